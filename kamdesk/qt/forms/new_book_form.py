# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'new_book_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QLabel, QLineEdit,
    QSizePolicy, QWidget)

class Ui_NewBookForm(object):
    def setupUi(self, NewBookForm):
        if not NewBookForm.objectName():
            NewBookForm.setObjectName(u"NewBookForm")
        self.grid = QGridLayout(NewBookForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.rep_name_label = QLabel(NewBookForm)
        self.rep_name_label.setObjectName(u"rep_name_label")
        self.rep_name_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.rep_name_label, 0, 0, 1, 1)

        self.rep_name = QLineEdit(NewBookForm)
        self.rep_name.setObjectName(u"rep_name")

        self.grid.addWidget(self.rep_name, 0, 1, 1, 1)

        self.company_label = QLabel(NewBookForm)
        self.company_label.setObjectName(u"company_label")
        self.company_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.company_label, 1, 0, 1, 1)

        self.company = QLineEdit(NewBookForm)
        self.company.setObjectName(u"company")

        self.grid.addWidget(self.company, 1, 1, 1, 1)

        self.phone_label = QLabel(NewBookForm)
        self.phone_label.setObjectName(u"phone_label")
        self.phone_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.phone_label, 2, 0, 1, 1)

        self.phone = QLineEdit(NewBookForm)
        self.phone.setObjectName(u"phone")

        self.grid.addWidget(self.phone, 2, 1, 1, 1)

        self.grid.setColumnStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.rep_name_label.setBuddy(self.rep_name)
        self.company_label.setBuddy(self.company)
        self.phone_label.setBuddy(self.phone)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.rep_name, self.company)
        QWidget.setTabOrder(self.company, self.phone)

        self.retranslateUi(NewBookForm)

        QMetaObject.connectSlotsByName(NewBookForm)
    # setupUi

    def retranslateUi(self, NewBookForm):
        NewBookForm.setWindowTitle(QCoreApplication.translate("NewBookForm", u"A new book", None))
        self.rep_name_label.setText(QCoreApplication.translate("NewBookForm", u"Your name", None))
        self.rep_name.setPlaceholderText(QCoreApplication.translate("NewBookForm", u"as it stands on the papers", None))
        self.company_label.setText(QCoreApplication.translate("NewBookForm", u"Company", None))
        self.phone_label.setText(QCoreApplication.translate("NewBookForm", u"Telephone", None))
        self.phone.setPlaceholderText(QCoreApplication.translate("NewBookForm", u"for the customer, on the papers", None))
    # retranslateUi

