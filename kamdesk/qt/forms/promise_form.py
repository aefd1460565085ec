# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'promise_form.ui'
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
    QPlainTextEdit, QSizePolicy, QWidget)

from kamdesk.qt.widgets.fields import (Combo, DayField)

class Ui_PromiseForm(object):
    def setupUi(self, PromiseForm):
        if not PromiseForm.objectName():
            PromiseForm.setObjectName(u"PromiseForm")
        self.grid = QGridLayout(PromiseForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.what_label = QLabel(PromiseForm)
        self.what_label.setObjectName(u"what_label")
        self.what_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.what_label, 0, 0, 1, 1)

        self.what = QPlainTextEdit(PromiseForm)
        self.what.setObjectName(u"what")
        self.what.setMinimumSize(QSize(0, 60))
        self.what.setMaximumSize(QSize(16777215, 60))
        self.what.setTabChangesFocus(True)

        self.grid.addWidget(self.what, 0, 1, 1, 3)

        self.contact_label = QLabel(PromiseForm)
        self.contact_label.setObjectName(u"contact_label")
        self.contact_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.contact_label, 1, 0, 1, 1)

        self.contact = Combo(PromiseForm)
        self.contact.setObjectName(u"contact")

        self.grid.addWidget(self.contact, 1, 1, 1, 1)

        self.by_whom_label = QLabel(PromiseForm)
        self.by_whom_label.setObjectName(u"by_whom_label")
        self.by_whom_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.by_whom_label, 1, 2, 1, 1)

        self.by_whom = QLineEdit(PromiseForm)
        self.by_whom.setObjectName(u"by_whom")

        self.grid.addWidget(self.by_whom, 1, 3, 1, 1)

        self.made_on_label = QLabel(PromiseForm)
        self.made_on_label.setObjectName(u"made_on_label")
        self.made_on_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.made_on_label, 2, 0, 1, 1)

        self.made_on = DayField(PromiseForm)
        self.made_on.setObjectName(u"made_on")

        self.grid.addWidget(self.made_on, 2, 1, 1, 1)

        self.due_on_label = QLabel(PromiseForm)
        self.due_on_label.setObjectName(u"due_on_label")
        self.due_on_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.due_on_label, 2, 2, 1, 1)

        self.due_on = DayField(PromiseForm)
        self.due_on.setObjectName(u"due_on")

        self.grid.addWidget(self.due_on, 2, 3, 1, 1)

        self.expected_effect_label = QLabel(PromiseForm)
        self.expected_effect_label.setObjectName(u"expected_effect_label")
        self.expected_effect_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.expected_effect_label, 3, 0, 1, 1)

        self.expected_effect = QLineEdit(PromiseForm)
        self.expected_effect.setObjectName(u"expected_effect")

        self.grid.addWidget(self.expected_effect, 3, 1, 1, 3)

        self.churn_risk_label = QLabel(PromiseForm)
        self.churn_risk_label.setObjectName(u"churn_risk_label")
        self.churn_risk_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.churn_risk_label, 4, 0, 1, 1)

        self.churn_risk = Combo(PromiseForm)
        self.churn_risk.setObjectName(u"churn_risk")

        self.grid.addWidget(self.churn_risk, 4, 1, 1, 3)

        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.what_label.setBuddy(self.what)
        self.contact_label.setBuddy(self.contact)
        self.by_whom_label.setBuddy(self.by_whom)
        self.made_on_label.setBuddy(self.made_on)
        self.due_on_label.setBuddy(self.due_on)
        self.expected_effect_label.setBuddy(self.expected_effect)
        self.churn_risk_label.setBuddy(self.churn_risk)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.what, self.contact)
        QWidget.setTabOrder(self.contact, self.by_whom)
        QWidget.setTabOrder(self.by_whom, self.made_on)
        QWidget.setTabOrder(self.made_on, self.due_on)
        QWidget.setTabOrder(self.due_on, self.expected_effect)
        QWidget.setTabOrder(self.expected_effect, self.churn_risk)

        self.retranslateUi(PromiseForm)

        QMetaObject.connectSlotsByName(PromiseForm)
    # setupUi

    def retranslateUi(self, PromiseForm):
        PromiseForm.setWindowTitle(QCoreApplication.translate("PromiseForm", u"Promise", None))
        self.what_label.setText(QCoreApplication.translate("PromiseForm", u"What", None))
        self.what.setPlaceholderText(QCoreApplication.translate("PromiseForm", u"what the customer will get, in a sentence", None))
        self.contact_label.setText(QCoreApplication.translate("PromiseForm", u"To whom", None))
        self.by_whom_label.setText(QCoreApplication.translate("PromiseForm", u"By whom", None))
        self.by_whom.setPlaceholderText(QCoreApplication.translate("PromiseForm", u"who of us has to see to it", None))
        self.made_on_label.setText(QCoreApplication.translate("PromiseForm", u"Made on", None))
        self.due_on_label.setText(QCoreApplication.translate("PromiseForm", u"Due on", None))
        self.expected_effect_label.setText(QCoreApplication.translate("PromiseForm", u"Expected effect", None))
        self.expected_effect.setPlaceholderText(QCoreApplication.translate("PromiseForm", u"what keeping it will bring", None))
        self.churn_risk_label.setText(QCoreApplication.translate("PromiseForm", u"Risk of losing the account", None))
    # retranslateUi

