# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'slot_form.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QGridLayout, QLabel,
    QLineEdit, QSizePolicy, QWidget)

from kamdesk.qt.widgets.account_picker import AccountPicker
from kamdesk.qt.widgets.fields import (Combo, DayField, TimeField)

class Ui_SlotForm(object):
    def setupUi(self, SlotForm):
        if not SlotForm.objectName():
            SlotForm.setObjectName(u"SlotForm")
        self.grid = QGridLayout(SlotForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.account_label = QLabel(SlotForm)
        self.account_label.setObjectName(u"account_label")
        self.account_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.account_label, 0, 0, 1, 1)

        self.account = AccountPicker(SlotForm)
        self.account.setObjectName(u"account")

        self.grid.addWidget(self.account, 0, 1, 1, 3)

        self.weekday_label = QLabel(SlotForm)
        self.weekday_label.setObjectName(u"weekday_label")
        self.weekday_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.weekday_label, 1, 0, 1, 1)

        self.weekday = Combo(SlotForm)
        self.weekday.setObjectName(u"weekday")

        self.grid.addWidget(self.weekday, 1, 1, 1, 1)

        self.start_label = QLabel(SlotForm)
        self.start_label.setObjectName(u"start_label")
        self.start_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.start_label, 1, 2, 1, 1)

        self.start = TimeField(SlotForm)
        self.start.setObjectName(u"start")

        self.grid.addWidget(self.start, 1, 3, 1, 1)

        self.minutes_label = QLabel(SlotForm)
        self.minutes_label.setObjectName(u"minutes_label")
        self.minutes_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.minutes_label, 2, 0, 1, 1)

        self.minutes = QLineEdit(SlotForm)
        self.minutes.setObjectName(u"minutes")

        self.grid.addWidget(self.minutes, 2, 1, 1, 1)

        self.rhythm_label = QLabel(SlotForm)
        self.rhythm_label.setObjectName(u"rhythm_label")
        self.rhythm_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.rhythm_label, 2, 2, 1, 1)

        self.rhythm = Combo(SlotForm)
        self.rhythm.setObjectName(u"rhythm")

        self.grid.addWidget(self.rhythm, 2, 3, 1, 1)

        self.valid_from_label = QLabel(SlotForm)
        self.valid_from_label.setObjectName(u"valid_from_label")
        self.valid_from_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.valid_from_label, 3, 0, 1, 1)

        self.valid_from = DayField(SlotForm)
        self.valid_from.setObjectName(u"valid_from")

        self.grid.addWidget(self.valid_from, 3, 1, 1, 1)

        self.promised = QCheckBox(SlotForm)
        self.promised.setObjectName(u"promised")

        self.grid.addWidget(self.promised, 4, 1, 1, 3)

        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.account_label.setBuddy(self.account)
        self.weekday_label.setBuddy(self.weekday)
        self.start_label.setBuddy(self.start)
        self.minutes_label.setBuddy(self.minutes)
        self.rhythm_label.setBuddy(self.rhythm)
        self.valid_from_label.setBuddy(self.valid_from)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.account, self.weekday)
        QWidget.setTabOrder(self.weekday, self.start)
        QWidget.setTabOrder(self.start, self.minutes)
        QWidget.setTabOrder(self.minutes, self.rhythm)
        QWidget.setTabOrder(self.rhythm, self.valid_from)
        QWidget.setTabOrder(self.valid_from, self.promised)

        self.retranslateUi(SlotForm)

        QMetaObject.connectSlotsByName(SlotForm)
    # setupUi

    def retranslateUi(self, SlotForm):
        SlotForm.setWindowTitle(QCoreApplication.translate("SlotForm", u"Add a fixed visit", None))
        self.account_label.setText(QCoreApplication.translate("SlotForm", u"Account", None))
        self.weekday_label.setText(QCoreApplication.translate("SlotForm", u"Weekday", None))
        self.start_label.setText(QCoreApplication.translate("SlotForm", u"Start", None))
        self.minutes_label.setText(QCoreApplication.translate("SlotForm", u"Minutes", None))
        self.rhythm_label.setText(QCoreApplication.translate("SlotForm", u"Rhythm", None))
        self.valid_from_label.setText(QCoreApplication.translate("SlotForm", u"From", None))
        self.promised.setText(QCoreApplication.translate("SlotForm", u"The customer has been told this time", None))
    # retranslateUi

