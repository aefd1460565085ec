# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'contact_form.ui'
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

from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.phones import PhoneRows

class Ui_ContactForm(object):
    def setupUi(self, ContactForm):
        if not ContactForm.objectName():
            ContactForm.setObjectName(u"ContactForm")
        self.grid = QGridLayout(ContactForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(ContactForm)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.name_label, 0, 0, 1, 1)

        self.name = QLineEdit(ContactForm)
        self.name.setObjectName(u"name")

        self.grid.addWidget(self.name, 0, 1, 1, 1)

        self.latin_name_label = QLabel(ContactForm)
        self.latin_name_label.setObjectName(u"latin_name_label")
        self.latin_name_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.latin_name_label, 0, 2, 1, 1)

        self.latin_name = QLineEdit(ContactForm)
        self.latin_name.setObjectName(u"latin_name")

        self.grid.addWidget(self.latin_name, 0, 3, 1, 1)

        self.title_label = QLabel(ContactForm)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.title_label, 1, 0, 1, 1)

        self.title = QLineEdit(ContactForm)
        self.title.setObjectName(u"title")

        self.grid.addWidget(self.title, 1, 1, 1, 1)

        self.department_label = QLabel(ContactForm)
        self.department_label.setObjectName(u"department_label")
        self.department_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.department_label, 1, 2, 1, 1)

        self.department = QLineEdit(ContactForm)
        self.department.setObjectName(u"department")

        self.grid.addWidget(self.department, 1, 3, 1, 1)

        self.phones_label = QLabel(ContactForm)
        self.phones_label.setObjectName(u"phones_label")
        self.phones_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.phones_label, 2, 0, 1, 1)

        self.phones = PhoneRows(ContactForm)
        self.phones.setObjectName(u"phones")

        self.grid.addWidget(self.phones, 2, 1, 1, 3)

        self.wechat_label = QLabel(ContactForm)
        self.wechat_label.setObjectName(u"wechat_label")
        self.wechat_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.wechat_label, 3, 0, 1, 1)

        self.wechat = QLineEdit(ContactForm)
        self.wechat.setObjectName(u"wechat")

        self.grid.addWidget(self.wechat, 3, 1, 1, 1)

        self.email_label = QLabel(ContactForm)
        self.email_label.setObjectName(u"email_label")
        self.email_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.email_label, 3, 2, 1, 1)

        self.email = QLineEdit(ContactForm)
        self.email.setObjectName(u"email")

        self.grid.addWidget(self.email, 3, 3, 1, 1)

        self.support_label = QLabel(ContactForm)
        self.support_label.setObjectName(u"support_label")
        self.support_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.support_label, 4, 0, 1, 1)

        self.support = Combo(ContactForm)
        self.support.setObjectName(u"support")

        self.grid.addWidget(self.support, 4, 1, 1, 1)

        self.influence_label = QLabel(ContactForm)
        self.influence_label.setObjectName(u"influence_label")
        self.influence_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.influence_label, 4, 2, 1, 1)

        self.influence = Combo(ContactForm)
        self.influence.setObjectName(u"influence")

        self.grid.addWidget(self.influence, 4, 3, 1, 1)

        self.reports_to_label = QLabel(ContactForm)
        self.reports_to_label.setObjectName(u"reports_to_label")
        self.reports_to_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.reports_to_label, 5, 0, 1, 1)

        self.reports_to = Combo(ContactForm)
        self.reports_to.setObjectName(u"reports_to")

        self.grid.addWidget(self.reports_to, 5, 1, 1, 1)

        self.counterpart_label = QLabel(ContactForm)
        self.counterpart_label.setObjectName(u"counterpart_label")
        self.counterpart_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.counterpart_label, 5, 2, 1, 1)

        self.counterpart = QLineEdit(ContactForm)
        self.counterpart.setObjectName(u"counterpart")

        self.grid.addWidget(self.counterpart, 5, 3, 1, 1)

        self.birthday_label = QLabel(ContactForm)
        self.birthday_label.setObjectName(u"birthday_label")
        self.birthday_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.birthday_label, 6, 0, 1, 1)

        self.birthday = QLineEdit(ContactForm)
        self.birthday.setObjectName(u"birthday")

        self.grid.addWidget(self.birthday, 6, 1, 1, 1)

        self.birth_calendar_label = QLabel(ContactForm)
        self.birth_calendar_label.setObjectName(u"birth_calendar_label")
        self.birth_calendar_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.birth_calendar_label, 6, 2, 1, 1)

        self.birth_calendar = Combo(ContactForm)
        self.birth_calendar.setObjectName(u"birth_calendar")

        self.grid.addWidget(self.birth_calendar, 6, 3, 1, 1)

        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.latin_name_label.setBuddy(self.latin_name)
        self.title_label.setBuddy(self.title)
        self.department_label.setBuddy(self.department)
        self.phones_label.setBuddy(self.phones)
        self.wechat_label.setBuddy(self.wechat)
        self.email_label.setBuddy(self.email)
        self.support_label.setBuddy(self.support)
        self.influence_label.setBuddy(self.influence)
        self.reports_to_label.setBuddy(self.reports_to)
        self.counterpart_label.setBuddy(self.counterpart)
        self.birthday_label.setBuddy(self.birthday)
        self.birth_calendar_label.setBuddy(self.birth_calendar)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.latin_name)
        QWidget.setTabOrder(self.latin_name, self.title)
        QWidget.setTabOrder(self.title, self.department)
        QWidget.setTabOrder(self.department, self.phones)
        QWidget.setTabOrder(self.phones, self.wechat)
        QWidget.setTabOrder(self.wechat, self.email)
        QWidget.setTabOrder(self.email, self.support)
        QWidget.setTabOrder(self.support, self.influence)
        QWidget.setTabOrder(self.influence, self.reports_to)
        QWidget.setTabOrder(self.reports_to, self.counterpart)
        QWidget.setTabOrder(self.counterpart, self.birthday)
        QWidget.setTabOrder(self.birthday, self.birth_calendar)

        self.retranslateUi(ContactForm)

        QMetaObject.connectSlotsByName(ContactForm)
    # setupUi

    def retranslateUi(self, ContactForm):
        ContactForm.setWindowTitle(QCoreApplication.translate("ContactForm", u"Contact", None))
        self.name_label.setText(QCoreApplication.translate("ContactForm", u"Name", None))
        self.latin_name_label.setText(QCoreApplication.translate("ContactForm", u"Other name", None))
        self.latin_name.setPlaceholderText(QCoreApplication.translate("ContactForm", u"in Latin letters or in Chinese", None))
        self.title_label.setText(QCoreApplication.translate("ContactForm", u"Title", None))
        self.title.setPlaceholderText(QCoreApplication.translate("ContactForm", u"manager, purchaser \u2026", None))
        self.department_label.setText(QCoreApplication.translate("ContactForm", u"Department", None))
        self.phones_label.setText(QCoreApplication.translate("ContactForm", u"Telephones", None))
        self.wechat_label.setText(QCoreApplication.translate("ContactForm", u"WeChat", None))
        self.email_label.setText(QCoreApplication.translate("ContactForm", u"E-mail", None))
        self.support_label.setText(QCoreApplication.translate("ContactForm", u"Support", None))
        self.influence_label.setText(QCoreApplication.translate("ContactForm", u"Influence", None))
        self.reports_to_label.setText(QCoreApplication.translate("ContactForm", u"Reports to", None))
        self.counterpart_label.setText(QCoreApplication.translate("ContactForm", u"Our counterpart", None))
        self.birthday_label.setText(QCoreApplication.translate("ContactForm", u"Birthday", None))
        self.birthday.setPlaceholderText(QCoreApplication.translate("ContactForm", u"11-25 or 1978-11-25", None))
        self.birth_calendar_label.setText(QCoreApplication.translate("ContactForm", u"Calendar", None))
    # retranslateUi

