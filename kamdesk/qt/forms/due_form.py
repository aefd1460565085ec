# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'due_form.ui'
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

from kamdesk.qt.widgets.fields import (Combo, DayField)

class Ui_DueForm(object):
    def setupUi(self, DueForm):
        if not DueForm.objectName():
            DueForm.setObjectName(u"DueForm")
        self.grid = QGridLayout(DueForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.due_on_label = QLabel(DueForm)
        self.due_on_label.setObjectName(u"due_on_label")
        self.due_on_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.due_on_label, 0, 0, 1, 1)

        self.due_on = DayField(DueForm)
        self.due_on.setObjectName(u"due_on")

        self.grid.addWidget(self.due_on, 0, 1, 1, 1)

        self.asked_by_label = QLabel(DueForm)
        self.asked_by_label.setObjectName(u"asked_by_label")
        self.asked_by_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.asked_by_label, 1, 0, 1, 1)

        self.asked_by = Combo(DueForm)
        self.asked_by.setObjectName(u"asked_by")

        self.grid.addWidget(self.asked_by, 1, 1, 1, 1)

        self.reason_label = QLabel(DueForm)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.reason_label, 2, 0, 1, 1)

        self.reason = QLineEdit(DueForm)
        self.reason.setObjectName(u"reason")

        self.grid.addWidget(self.reason, 2, 1, 1, 1)

        self.grid.setColumnStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.due_on_label.setBuddy(self.due_on)
        self.asked_by_label.setBuddy(self.asked_by)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.due_on, self.asked_by)
        QWidget.setTabOrder(self.asked_by, self.reason)

        self.retranslateUi(DueForm)

        QMetaObject.connectSlotsByName(DueForm)
    # setupUi

    def retranslateUi(self, DueForm):
        DueForm.setWindowTitle(QCoreApplication.translate("DueForm", u"Another due day", None))
        self.due_on_label.setText(QCoreApplication.translate("DueForm", u"New due day", None))
        self.asked_by_label.setText(QCoreApplication.translate("DueForm", u"Who wanted it", None))
        self.reason_label.setText(QCoreApplication.translate("DueForm", u"Why", None))
        self.reason.setPlaceholderText(QCoreApplication.translate("DueForm", u"kept in the history of the promise", None))
    # retranslateUi

