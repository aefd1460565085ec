"""A product that is sold: new, or with other values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.dialogs.target import CURRENCIES, HOME
from kamdesk.qt.jobs import products as jobs
from kamdesk.qt.widgets import numbers
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.widgets.typed import Unreadable, no_amount

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.products import ProductCard


class ProductDialog(FormDialog):
    """``then`` gets the id of what was saved."""

    form: RowsForm

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        product: ProductCard | None = None,
        name: str = "",
        then: Callable[[str], object] = lambda product_id: None,
    ) -> None:
        self.name, self.specification, self.code = QLineEdit(), QLineEdit(), QLineEdit()
        self.unit, self.price, self.currency = QLineEdit(), QLineEdit(), Combo()
        self.discontinued = QCheckBox()
        for each in ("name", "specification", "code", "unit", "price", "currency", "discontinued"):
            getattr(self, each).setObjectName(each)
        self._priced = QWidget()
        self._priced.setLayout(row((self.price, 1), self.currency, gap=6))
        self._priced.setFocusProxy(self.price)
        form = RowsForm(
            (self.name, self.specification, self.code, self.unit, self._priced, self.discontinued)
        )
        super().__init__(desk, form, parent)
        self._product, self._then = product, then
        called = desk.speech.choice
        fill_choices(self.currency, [(called("currency", code), code) for code in CURRENCIES])
        self.name.setText(name)
        self.retranslate()
        if product is not None:
            self._fill(product)
        form.show_row(self.discontinued, product is not None)
        self.fit(520)
        (self.specification if name else self.name).setFocus()

    def _fill(self, product: ProductCard) -> None:
        self.name.setText(product.name)
        self.specification.setText(product.specification or "")
        self.code.setText(product.code or "")
        self.unit.setText(product.unit or "")
        self.currency.choose(product.currency or HOME)
        if product.price is not None:
            self.price.setText(numbers.money_typed(product.price, product.currency or HOME))
        self.discontinued.setChecked(product.discontinued)

    def subject(self) -> str:
        return self._product.id if self._product else "new"

    def save(self) -> None:
        name, currency = text_of(self.name.text()), self.currency.currentData() or HOME
        if name is None:
            self.fail(self.desk.speech.text("error.name_empty"), self.name)
            return
        try:
            price = numbers.parse_money(self.price.text(), currency)
        except ValueError:
            raise Unreadable(self.price, no_amount(self.price.text())) from None
        self.run(
            jobs.save_product,
            product_id=self._product.id if self._product else None,
            name=name,
            specification=text_of(self.specification.text()),
            code=text_of(self.code.text()),
            unit=text_of(self.unit.text()),
            price=price,
            currency=None if price is None else currency,
            discontinued=self.discontinued.isChecked(),
        )

    def _saved(self, result: Changes) -> None:  # type: ignore[override]
        found = result.rows.get("product", frozenset())
        super()._saved(result)
        for product_id in found:
            self._then(product_id)

    def retranslate(self) -> None:
        self.say(self.tr("New product") if self._product is None else self.tr("Product"), self.tr("Save"))
        self.form.say(
            self.tr("Name"), self.tr("Specification"), self.tr("Code"), self.tr("Unit"), self.tr("Price each"), ""
        )  # fmt: skip
        self.unit.setPlaceholderText(self.tr("box, m², t …"))
        self.price.setAccessibleName(self.tr("Price each"))
        self.currency.setAccessibleName(self.tr("Currency"))
        self.discontinued.setText(self.tr("Sold no more: offered in no report"))
