# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settle_form.ui'
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

class Ui_SettleForm(object):
    def setupUi(self, SettleForm):
        if not SettleForm.objectName():
            SettleForm.setObjectName(u"SettleForm")
        self.grid = QGridLayout(SettleForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.settled_on_label = QLabel(SettleForm)
        self.settled_on_label.setObjectName(u"settled_on_label")
        self.settled_on_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.settled_on_label, 0, 0, 1, 1)

        self.settled_on = DayField(SettleForm)
        self.settled_on.setObjectName(u"settled_on")

        self.grid.addWidget(self.settled_on, 0, 1, 1, 1)

        self.cause_label = QLabel(SettleForm)
        self.cause_label.setObjectName(u"cause_label")
        self.cause_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.cause_label, 1, 0, 1, 1)

        self.cause = Combo(SettleForm)
        self.cause.setObjectName(u"cause")

        self.grid.addWidget(self.cause, 1, 1, 1, 1)

        self.cause_text_label = QLabel(SettleForm)
        self.cause_text_label.setObjectName(u"cause_text_label")
        self.cause_text_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.cause_text_label, 2, 0, 1, 1)

        self.cause_text = QLineEdit(SettleForm)
        self.cause_text.setObjectName(u"cause_text")

        self.grid.addWidget(self.cause_text, 2, 1, 1, 1)

        self.workaround_label = QLabel(SettleForm)
        self.workaround_label.setObjectName(u"workaround_label")
        self.workaround_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.workaround_label, 3, 0, 1, 1)

        self.workaround = QLineEdit(SettleForm)
        self.workaround.setObjectName(u"workaround")

        self.grid.addWidget(self.workaround, 3, 1, 1, 1)

        self.effect_seen_label = QLabel(SettleForm)
        self.effect_seen_label.setObjectName(u"effect_seen_label")
        self.effect_seen_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.effect_seen_label, 4, 0, 1, 1)

        self.effect_seen = QLineEdit(SettleForm)
        self.effect_seen.setObjectName(u"effect_seen")

        self.grid.addWidget(self.effect_seen, 4, 1, 1, 1)

        self.grid.setColumnStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.settled_on_label.setBuddy(self.settled_on)
        self.cause_label.setBuddy(self.cause)
        self.cause_text_label.setBuddy(self.cause_text)
        self.workaround_label.setBuddy(self.workaround)
        self.effect_seen_label.setBuddy(self.effect_seen)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.settled_on, self.cause)
        QWidget.setTabOrder(self.cause, self.cause_text)
        QWidget.setTabOrder(self.cause_text, self.workaround)
        QWidget.setTabOrder(self.workaround, self.effect_seen)

        self.retranslateUi(SettleForm)

        QMetaObject.connectSlotsByName(SettleForm)
    # setupUi

    def retranslateUi(self, SettleForm):
        SettleForm.setWindowTitle(QCoreApplication.translate("SettleForm", u"Settle the promise", None))
        self.settled_on_label.setText(QCoreApplication.translate("SettleForm", u"On", None))
        self.cause_label.setText(QCoreApplication.translate("SettleForm", u"Cause", None))
        self.cause_text_label.setText(QCoreApplication.translate("SettleForm", u"In words", None))
        self.cause_text.setPlaceholderText(QCoreApplication.translate("SettleForm", u"what exactly went wrong", None))
        self.workaround_label.setText(QCoreApplication.translate("SettleForm", u"What we did instead", None))
        self.effect_seen_label.setText(QCoreApplication.translate("SettleForm", u"Effect seen", None))
        self.effect_seen.setPlaceholderText(QCoreApplication.translate("SettleForm", u"how the customer took it", None))
    # retranslateUi

