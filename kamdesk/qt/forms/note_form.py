# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'note_form.ui'
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
from PySide6.QtWidgets import (QApplication, QGridLayout, QLabel, QPlainTextEdit,
    QSizePolicy, QWidget)

from kamdesk.qt.widgets.fields import (Combo, DayField)

class Ui_NoteForm(object):
    def setupUi(self, NoteForm):
        if not NoteForm.objectName():
            NoteForm.setObjectName(u"NoteForm")
        self.grid = QGridLayout(NoteForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.text_label = QLabel(NoteForm)
        self.text_label.setObjectName(u"text_label")
        self.text_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.text_label, 0, 0, 1, 1)

        self.text = QPlainTextEdit(NoteForm)
        self.text.setObjectName(u"text")
        self.text.setMinimumSize(QSize(0, 110))
        self.text.setMaximumSize(QSize(16777215, 110))
        self.text.setTabChangesFocus(True)

        self.grid.addWidget(self.text, 0, 1, 1, 3)

        self.noted_on_label = QLabel(NoteForm)
        self.noted_on_label.setObjectName(u"noted_on_label")
        self.noted_on_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.noted_on_label, 1, 0, 1, 1)

        self.noted_on = DayField(NoteForm)
        self.noted_on.setObjectName(u"noted_on")

        self.grid.addWidget(self.noted_on, 1, 1, 1, 1)

        self.contact_label = QLabel(NoteForm)
        self.contact_label.setObjectName(u"contact_label")
        self.contact_label.setProperty(u"tone", u"text2")

        self.grid.addWidget(self.contact_label, 1, 2, 1, 1)

        self.contact = Combo(NoteForm)
        self.contact.setObjectName(u"contact")

        self.grid.addWidget(self.contact, 1, 3, 1, 1)

        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.text_label.setBuddy(self.text)
        self.noted_on_label.setBuddy(self.noted_on)
        self.contact_label.setBuddy(self.contact)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.text, self.noted_on)
        QWidget.setTabOrder(self.noted_on, self.contact)

        self.retranslateUi(NoteForm)

        QMetaObject.connectSlotsByName(NoteForm)
    # setupUi

    def retranslateUi(self, NoteForm):
        NoteForm.setWindowTitle(QCoreApplication.translate("NoteForm", u"Note", None))
        self.text_label.setText(QCoreApplication.translate("NoteForm", u"Note", None))
        self.text.setPlaceholderText(QCoreApplication.translate("NoteForm", u"what you learnt, in your own words", None))
        self.noted_on_label.setText(QCoreApplication.translate("NoteForm", u"Day", None))
        self.contact_label.setText(QCoreApplication.translate("NoteForm", u"About", None))
    # retranslateUi

