# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'account_form.ui'
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

class Ui_AccountForm(object):
    def setupUi(self, AccountForm):
        if not AccountForm.objectName():
            AccountForm.setObjectName(u"AccountForm")
        self.grid = QGridLayout(AccountForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(AccountForm)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.name_label, 0, 0, 1, 1)

        self.name = QLineEdit(AccountForm)
        self.name.setObjectName(u"name")

        self.grid.addWidget(self.name, 0, 1, 1, 3)

        self.short_name_label = QLabel(AccountForm)
        self.short_name_label.setObjectName(u"short_name_label")
        self.short_name_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.short_name_label, 1, 0, 1, 1)

        self.short_name = QLineEdit(AccountForm)
        self.short_name.setObjectName(u"short_name")

        self.grid.addWidget(self.short_name, 1, 1, 1, 1)

        self.kind_label = QLabel(AccountForm)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.kind_label, 1, 2, 1, 1)

        self.kind = QLineEdit(AccountForm)
        self.kind.setObjectName(u"kind")

        self.grid.addWidget(self.kind, 1, 3, 1, 1)

        self.value_class_label = QLabel(AccountForm)
        self.value_class_label.setObjectName(u"value_class_label")
        self.value_class_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.value_class_label, 2, 0, 1, 1)

        self.value_class = Combo(AccountForm)
        self.value_class.setObjectName(u"value_class")

        self.grid.addWidget(self.value_class, 2, 1, 1, 1)

        self.is_key_label = QLabel(AccountForm)
        self.is_key_label.setObjectName(u"is_key_label")
        self.is_key_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.is_key_label, 2, 2, 1, 1)

        self.is_key = Combo(AccountForm)
        self.is_key.setObjectName(u"is_key")

        self.grid.addWidget(self.is_key, 2, 3, 1, 1)

        self.class_reason_label = QLabel(AccountForm)
        self.class_reason_label.setObjectName(u"class_reason_label")
        self.class_reason_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.class_reason_label, 3, 0, 1, 1)

        self.class_reason = QLineEdit(AccountForm)
        self.class_reason.setObjectName(u"class_reason")

        self.grid.addWidget(self.class_reason, 3, 1, 1, 3)

        self.status_label = QLabel(AccountForm)
        self.status_label.setObjectName(u"status_label")
        self.status_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.status_label, 4, 0, 1, 1)

        self.status = Combo(AccountForm)
        self.status.setObjectName(u"status")

        self.grid.addWidget(self.status, 4, 1, 1, 1)

        self.status_reason_label = QLabel(AccountForm)
        self.status_reason_label.setObjectName(u"status_reason_label")
        self.status_reason_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.status_reason_label, 4, 2, 1, 1)

        self.status_reason = QLineEdit(AccountForm)
        self.status_reason.setObjectName(u"status_reason")

        self.grid.addWidget(self.status_reason, 4, 3, 1, 1)

        self.address_label = QLabel(AccountForm)
        self.address_label.setObjectName(u"address_label")
        self.address_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.address_label, 5, 0, 1, 1)

        self.address = QLineEdit(AccountForm)
        self.address.setObjectName(u"address")

        self.grid.addWidget(self.address, 5, 1, 1, 3)

        self.city_label = QLabel(AccountForm)
        self.city_label.setObjectName(u"city_label")
        self.city_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.city_label, 6, 0, 1, 1)

        self.city = QLineEdit(AccountForm)
        self.city.setObjectName(u"city")

        self.grid.addWidget(self.city, 6, 1, 1, 1)

        self.district_label = QLabel(AccountForm)
        self.district_label.setObjectName(u"district_label")
        self.district_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.district_label, 6, 2, 1, 1)

        self.district = QLineEdit(AccountForm)
        self.district.setObjectName(u"district")

        self.grid.addWidget(self.district, 6, 3, 1, 1)

        self.province_label = QLabel(AccountForm)
        self.province_label.setObjectName(u"province_label")
        self.province_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.province_label, 7, 0, 1, 1)

        self.province = QLineEdit(AccountForm)
        self.province.setObjectName(u"province")

        self.grid.addWidget(self.province, 7, 1, 1, 1)

        self.country_label = QLabel(AccountForm)
        self.country_label.setObjectName(u"country_label")
        self.country_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.country_label, 7, 2, 1, 1)

        self.country = QLineEdit(AccountForm)
        self.country.setObjectName(u"country")

        self.grid.addWidget(self.country, 7, 3, 1, 1)

        self.postal_code_label = QLabel(AccountForm)
        self.postal_code_label.setObjectName(u"postal_code_label")
        self.postal_code_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.postal_code_label, 8, 0, 1, 1)

        self.postal_code = QLineEdit(AccountForm)
        self.postal_code.setObjectName(u"postal_code")

        self.grid.addWidget(self.postal_code, 8, 1, 1, 1)

        self.level_label = QLabel(AccountForm)
        self.level_label.setObjectName(u"level_label")
        self.level_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.level_label, 8, 2, 1, 1)

        self.level = Combo(AccountForm)
        self.level.setObjectName(u"level")

        self.grid.addWidget(self.level, 8, 3, 1, 1)

        self.phones_label = QLabel(AccountForm)
        self.phones_label.setObjectName(u"phones_label")
        self.phones_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.phones_label, 9, 0, 1, 1)

        self.phones = PhoneRows(AccountForm)
        self.phones.setObjectName(u"phones")

        self.grid.addWidget(self.phones, 9, 1, 1, 3)

        self.wechat_label = QLabel(AccountForm)
        self.wechat_label.setObjectName(u"wechat_label")
        self.wechat_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.wechat_label, 10, 0, 1, 1)

        self.wechat = QLineEdit(AccountForm)
        self.wechat.setObjectName(u"wechat")

        self.grid.addWidget(self.wechat, 10, 1, 1, 1)

        self.visit_minutes_label = QLabel(AccountForm)
        self.visit_minutes_label.setObjectName(u"visit_minutes_label")
        self.visit_minutes_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.visit_minutes_label, 10, 2, 1, 1)

        self.visit_minutes = QLineEdit(AccountForm)
        self.visit_minutes.setObjectName(u"visit_minutes")

        self.grid.addWidget(self.visit_minutes, 10, 3, 1, 1)

        self.place_label = QLabel(AccountForm)
        self.place_label.setObjectName(u"place_label")
        self.place_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.place_label, 11, 0, 1, 1)

        self.place = QLineEdit(AccountForm)
        self.place.setObjectName(u"place")

        self.grid.addWidget(self.place, 11, 1, 1, 1)

        self.datum_label = QLabel(AccountForm)
        self.datum_label.setObjectName(u"datum_label")
        self.datum_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.datum_label, 11, 2, 1, 1)

        self.datum = Combo(AccountForm)
        self.datum.setObjectName(u"datum")

        self.grid.addWidget(self.datum, 11, 3, 1, 1)

        self.tags_label = QLabel(AccountForm)
        self.tags_label.setObjectName(u"tags_label")
        self.tags_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.tags_label, 12, 0, 1, 1)

        self.tags = QLineEdit(AccountForm)
        self.tags.setObjectName(u"tags")

        self.grid.addWidget(self.tags, 12, 1, 1, 3)

        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.short_name_label.setBuddy(self.short_name)
        self.kind_label.setBuddy(self.kind)
        self.value_class_label.setBuddy(self.value_class)
        self.is_key_label.setBuddy(self.is_key)
        self.class_reason_label.setBuddy(self.class_reason)
        self.status_label.setBuddy(self.status)
        self.status_reason_label.setBuddy(self.status_reason)
        self.address_label.setBuddy(self.address)
        self.city_label.setBuddy(self.city)
        self.district_label.setBuddy(self.district)
        self.province_label.setBuddy(self.province)
        self.country_label.setBuddy(self.country)
        self.postal_code_label.setBuddy(self.postal_code)
        self.level_label.setBuddy(self.level)
        self.phones_label.setBuddy(self.phones)
        self.wechat_label.setBuddy(self.wechat)
        self.visit_minutes_label.setBuddy(self.visit_minutes)
        self.place_label.setBuddy(self.place)
        self.datum_label.setBuddy(self.datum)
        self.tags_label.setBuddy(self.tags)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.short_name)
        QWidget.setTabOrder(self.short_name, self.kind)
        QWidget.setTabOrder(self.kind, self.value_class)
        QWidget.setTabOrder(self.value_class, self.is_key)
        QWidget.setTabOrder(self.is_key, self.class_reason)
        QWidget.setTabOrder(self.class_reason, self.status)
        QWidget.setTabOrder(self.status, self.status_reason)
        QWidget.setTabOrder(self.status_reason, self.address)
        QWidget.setTabOrder(self.address, self.city)
        QWidget.setTabOrder(self.city, self.district)
        QWidget.setTabOrder(self.district, self.province)
        QWidget.setTabOrder(self.province, self.country)
        QWidget.setTabOrder(self.country, self.postal_code)
        QWidget.setTabOrder(self.postal_code, self.level)
        QWidget.setTabOrder(self.level, self.phones)
        QWidget.setTabOrder(self.phones, self.wechat)
        QWidget.setTabOrder(self.wechat, self.visit_minutes)
        QWidget.setTabOrder(self.visit_minutes, self.place)
        QWidget.setTabOrder(self.place, self.datum)
        QWidget.setTabOrder(self.datum, self.tags)

        self.retranslateUi(AccountForm)

        QMetaObject.connectSlotsByName(AccountForm)
    # setupUi

    def retranslateUi(self, AccountForm):
        AccountForm.setWindowTitle(QCoreApplication.translate("AccountForm", u"Account", None))
        self.name_label.setText(QCoreApplication.translate("AccountForm", u"Name", None))
        self.name.setPlaceholderText(QCoreApplication.translate("AccountForm", u"as it stands on the customer's door", None))
        self.short_name_label.setText(QCoreApplication.translate("AccountForm", u"Short name", None))
        self.short_name.setPlaceholderText(QCoreApplication.translate("AccountForm", u"for the week and for narrow places", None))
        self.kind_label.setText(QCoreApplication.translate("AccountForm", u"Kind", None))
        self.kind.setPlaceholderText(QCoreApplication.translate("AccountForm", u"dealer, chain, project \u2026", None))
        self.value_class_label.setText(QCoreApplication.translate("AccountForm", u"Class", None))
        self.is_key_label.setText(QCoreApplication.translate("AccountForm", u"Key account", None))
        self.class_reason_label.setText(QCoreApplication.translate("AccountForm", u"Why this class", None))
        self.class_reason.setPlaceholderText(QCoreApplication.translate("AccountForm", u"the figure or the reason behind it", None))
        self.status_label.setText(QCoreApplication.translate("AccountForm", u"Status", None))
        self.status_reason_label.setText(QCoreApplication.translate("AccountForm", u"Why", None))
        self.status_reason.setPlaceholderText(QCoreApplication.translate("AccountForm", u"if no longer active", None))
        self.address_label.setText(QCoreApplication.translate("AccountForm", u"Address", None))
        self.address.setPlaceholderText(QCoreApplication.translate("AccountForm", u"street, number, building", None))
        self.city_label.setText(QCoreApplication.translate("AccountForm", u"City", None))
        self.district_label.setText(QCoreApplication.translate("AccountForm", u"District", None))
        self.province_label.setText(QCoreApplication.translate("AccountForm", u"Province", None))
        self.country_label.setText(QCoreApplication.translate("AccountForm", u"Country", None))
        self.postal_code_label.setText(QCoreApplication.translate("AccountForm", u"Postal code", None))
        self.level_label.setText(QCoreApplication.translate("AccountForm", u"Unit", None))
        self.phones_label.setText(QCoreApplication.translate("AccountForm", u"Telephones", None))
        self.wechat_label.setText(QCoreApplication.translate("AccountForm", u"WeChat", None))
        self.visit_minutes_label.setText(QCoreApplication.translate("AccountForm", u"Visit takes", None))
        self.visit_minutes.setPlaceholderText(QCoreApplication.translate("AccountForm", u"minutes", None))
        self.place_label.setText(QCoreApplication.translate("AccountForm", u"Coordinates", None))
        self.place.setPlaceholderText(QCoreApplication.translate("AccountForm", u"latitude, longitude: 28.6561, 121.4208", None))
        self.datum_label.setText(QCoreApplication.translate("AccountForm", u"From", None))
        self.tags_label.setText(QCoreApplication.translate("AccountForm", u"Tags", None))
        self.tags.setPlaceholderText(QCoreApplication.translate("AccountForm", u"separated by commas", None))
    # retranslateUi

