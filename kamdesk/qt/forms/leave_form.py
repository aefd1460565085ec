# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'leave_form.ui'
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

from kamdesk.qt.widgets.fields import DayField

class Ui_LeaveForm(object):
    def setupUi(self, LeaveForm):
        if not LeaveForm.objectName():
            LeaveForm.setObjectName(u"LeaveForm")
        self.grid = QGridLayout(LeaveForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.first_day_label = QLabel(LeaveForm)
        self.first_day_label.setObjectName(u"first_day_label")
        self.first_day_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.first_day_label, 0, 0, 1, 1)

        self.first_day = DayField(LeaveForm)
        self.first_day.setObjectName(u"first_day")

        self.grid.addWidget(self.first_day, 0, 1, 1, 1)

        self.last_day_label = QLabel(LeaveForm)
        self.last_day_label.setObjectName(u"last_day_label")
        self.last_day_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.last_day_label, 0, 2, 1, 1)

        self.last_day = DayField(LeaveForm)
        self.last_day.setObjectName(u"last_day")

        self.grid.addWidget(self.last_day, 0, 3, 1, 1)

        self.reason_label = QLabel(LeaveForm)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.reason_label, 1, 0, 1, 1)

        self.reason = QLineEdit(LeaveForm)
        self.reason.setObjectName(u"reason")

        self.grid.addWidget(self.reason, 1, 1, 1, 3)

        self.substitute_label = QLabel(LeaveForm)
        self.substitute_label.setObjectName(u"substitute_label")
        self.substitute_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.substitute_label, 2, 0, 1, 1)

        self.substitute = QLineEdit(LeaveForm)
        self.substitute.setObjectName(u"substitute")

        self.grid.addWidget(self.substitute, 2, 1, 1, 3)

        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.first_day_label.setBuddy(self.first_day)
        self.last_day_label.setBuddy(self.last_day)
        self.reason_label.setBuddy(self.reason)
        self.substitute_label.setBuddy(self.substitute)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.first_day, self.last_day)
        QWidget.setTabOrder(self.last_day, self.reason)
        QWidget.setTabOrder(self.reason, self.substitute)

        self.retranslateUi(LeaveForm)

        QMetaObject.connectSlotsByName(LeaveForm)
    # setupUi

    def retranslateUi(self, LeaveForm):
        LeaveForm.setWindowTitle(QCoreApplication.translate("LeaveForm", u"Leave", None))
        self.first_day_label.setText(QCoreApplication.translate("LeaveForm", u"First day", None))
        self.last_day_label.setText(QCoreApplication.translate("LeaveForm", u"Last day", None))
        self.reason_label.setText(QCoreApplication.translate("LeaveForm", u"Reason", None))
        self.reason.setPlaceholderText(QCoreApplication.translate("LeaveForm", u"annual leave, training\u2026", None))
        self.substitute_label.setText(QCoreApplication.translate("LeaveForm", u"Goes instead", None))
        self.substitute.setPlaceholderText(QCoreApplication.translate("LeaveForm", u"name and telephone; empty where nobody does", None))
    # retranslateUi

