"""Which kind a table is of: each kind's headers are its own, whatever of its words are chosen."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kamdesk.exchange.columns import best_heading
from kamdesk.exchange.headers import header_key
from kamdesk.exchange.kinds.titles import Titles
from kamdesk.exchange.kinds.wide import age_of, level_of, supplier_of
from kamdesk.exchange.layout import data_rows
from kamdesk.exchange.mapping import TableRule
from kamdesk.exchange.synonyms import Kind, synonyms
from kamdesk.reads.export.list_shape import list_columns, list_title
from kamdesk.words import Language, Words
from tests.exchange.lists import csv_bytes, table_of

KINDS = synonyms().kinds
LISTED = [name for name, kind in KINDS.items() if kind.told]
WIDE = {
    "bucket": [
        ["1-30天", "31-60天", "90天以上"],
        ["Current", "1 - 30", "31 - 60", "> 90"],
        ["未到期", "逾期1-30天"],
    ],
    "level_price": [
        ["A类客户价", "B类客户价"],
        ["一级价", "二级价", "三级价"],
        ["Wholesale Price", "Retail Price"],
    ],
    "sold": [
        ["1月", "2月"],
        ["2025-01", "2025-02"],
        ["Jan", "Feb"],
        ["2024年", "2025年"],
        ["2025Q1", "2025Q2"],
    ],
    "supplier_share": [["我司份额", "甲厂份额"], ["Our share", "Acme share"]],
}


@st.composite
def headers(draw: st.DrawFn, kind: Kind) -> list[str]:
    """Words for what the kind needs and for some of what it may have."""
    words: dict[str, list[str]] = defaultdict(list)
    for word, field in kind.fields.items():
        words[field].append(word)
    fields: set[str] = set()
    for group in kind.needs:
        if not group & fields:
            fields.add(draw(st.sampled_from(sorted(group - {"span"}))))
    fields |= draw(st.sets(st.sampled_from(sorted(words)), max_size=4))
    texts: list[str] = []
    for field in sorted(fields):
        texts += (
            draw(st.sampled_from(WIDE[field])) if field in WIDE else [draw(st.sampled_from(words[field]))]
        )
    return draw(st.permutations(texts))


@pytest.mark.parametrize("name", LISTED)
@given(data=st.data())
def test_a_table_is_what_its_headers_say(name: str, data: st.DataObject) -> None:
    texts = data.draw(headers(KINDS[name]))
    assume(KINDS[name].may_be([header_key(text) for text in texts], ""))
    heading = best_heading([(text, "") for text in texts], TableRule())
    assert heading is not None
    assert heading.kind == name


@pytest.mark.parametrize("name", [name for name in KINDS if name not in LISTED])
@given(data=st.data())
def test_lists_of_debt_and_goods_take_no_other_table(name: str, data: st.DataObject) -> None:
    texts = data.draw(headers(KINDS[name]))
    heading = best_heading([(text, "") for text in texts], TableRule())
    assume(heading is not None)
    assert heading is not None
    assert heading.kind == name


def test_what_any_list_knows_is_no_supplier() -> None:
    titles = Titles("供应份额")
    texts = ["companyphone", "birthday", "customerid", "name"]
    assert best_heading([(text, "") for text in texts], TableRule(), titles) is None
    shares = best_heading([(text, "") for text in ["customerid", "Acme", "岩屿"]], TableRule(), titles)
    assert shares is not None
    assert [column.field for column in shares.columns] == ["account_code", "supplier_share", "supplier_share"]


@given(data=st.data())
def test_a_list_of_customers_stays_one_under_any_title(data: st.DataObject) -> None:
    texts = data.draw(headers(KINDS["accounts"]))
    titles = Titles("应收 回款 在途 库存 价目 销售 份额 2025")
    heading = best_heading([(text, "") for text in texts], TableRule(), titles)
    assert heading is None or heading.kind == "accounts"


# The forms of real programs' lists: QuickBooks, SAP, Dynamics, Sage; 用友, 金蝶, 管家婆 and what offices write by hand.
FORMS = [
    ("receivables", "Date|Transaction type|Num|Customer|Due date|Amount|Open balance",
     "invoiced_on None number account_name due_on amount open_amount"),
    ("receivables", "|Current|1 - 30|31 - 60|61 - 90|91 and over|Total",
     "account_name bucket bucket bucket bucket bucket amount"),
    ("receivables", "Customer|Name 1|Document Number|Document Date|Net Due Date|Amount in Local Currency|Currency",
     "account_name None number invoiced_on due_on open_amount currency"),
    ("receivables", "Customer No.|Customer Name|Document No.|Posting Date|Due Date|Original Amount|Remaining Amount",
     "account_code account_name number invoiced_on due_on amount open_amount"),
    ("receivables", "Customer|Balance|Not Due|0-30 days|31-60 days|61-90 days|Over 90 days",
     "account_name open_amount bucket bucket bucket bucket bucket"),
    ("receivables", "客户编码|客户名称|应收账款余额|1-30天|31-60天|61-90天|90天以上",
     "account_code account_name open_amount bucket bucket bucket bucket"),
    ("receivables", "往来单位编码|往来单位名称|单据编号|单据日期|到期日|应收金额|已收金额|未收金额",
     "account_code account_name number invoiced_on due_on amount received open_amount"),
    ("receivables", "客户|欠款|其中逾期|备注", "account_name open_amount overdue_amount None"),
    ("payments", "Payment Date|Customer|Reference|Payment Method|Amount",
     "paid_on account_name number method amount"),
    ("payments", "销货单位|单据日期|单据编码|收款金额|结算方式|结算号",
     "account_name paid_on number amount method None"),
    ("payments", "到账日期|付款单位|到账金额|摘要", "paid_on account_name amount None"),
    ("stock", "经销商编码|经销商名称|存货编码|存货名称|规格|单位|期末库存",
     "account_code account_name product_code product_name None unit quantity"),
    ("stock", "Store|SKU|Description|On Hand|Count Date",
     "account_name product_code product_name quantity counted_on"),
    ("transit", "发货单号|收货单位|物料编码|物料名称|在途数量|发货日期|预计到货日期",
     "number account_name product_code product_name quantity shipped_on expected_on"),
    ("transit", "Shipment No.|Ship-to Name|Item No.|Quantity|Shipment Date|Expected Delivery",
     "number account_name product_code quantity shipped_on expected_on"),
    ("prices", "Sales Code|Item No.|Unit of Measure|Minimum Quantity|Unit Price|Starting Date|Ending Date",
     "account_code product_code unit minimum price first_day last_day"),
    ("prices", "商品编号|商品名称|规格|单位|一级价|二级价|三级价",
     "product_code product_name specification unit level_price level_price level_price"),
    ("prices", "品名|规格|出厂价|批发价|零售价", "product_name specification level_price level_price level_price"),
    ("sales", "客户名称|1月|2月|3月|4月|合计", "account_name sold sold sold sold amount"),
    ("sales", "Customer|Item|Jan 2025|Feb 2025|Mar 2025", "account_name product_name sold sold sold"),
    ("sales", "客户编码|客户名称|会计期间|销售金额", "account_code account_name period amount"),
    ("sales", "Customer|Fiscal Year|Period|Net Sales", "account_name year period amount"),
    ("shares", "客户名称|品类|我司份额|远山份额", "account_name category our_share supplier_share"),
    ("shares", "Customer|Category|Supplier|Share %", "account_name category supplier share"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "texts", "fields"), FORMS)
def test_forms_of_real_lists(kind: str, texts: str, fields: str) -> None:
    heading = best_heading([(text, "") for text in texts.split("|")], TableRule())
    assert heading is not None
    assert (heading.kind, [str(column.field) for column in heading.columns]) == (kind, fields.split())


def test_the_title_says_what_the_headers_leave_open() -> None:
    rows = [["回款明细表"], ["日期", "客户名称", "单据编号", "金额"], ["2026-11-03", "岩屿", "7", "5"]]
    assert table_of(csv_bytes(rows)).kind == "payments"
    assert table_of(csv_bytes(rows[1:])).kind == "orders"
    assert table_of(csv_bytes(rows[1:]), name="回款.csv").kind == "payments"


def test_suppliers_by_their_bare_names_under_a_title() -> None:
    rows = [
        ["供货份额调查"],
        ["客户名称", "品类", "我司", "远山", "联系人"],
        ["岩屿", "砂浆", "45", "55", "林岚"],
    ]
    table = table_of(csv_bytes(rows))
    assert table.kind == "shares"
    assert [column.title for column in table.columns_of("supplier_share")] == ["我司", "远山"]


def test_two_rows_of_headers() -> None:
    rows = [
        ["客户名称", "2025年", "", "2026年", ""],
        ["", "1月", "2月", "1月", "2月"],
        ["岩屿", "1", "2", "3", "4"],
    ]
    table = table_of(csv_bytes(rows))
    assert (table.kind, len(table.columns_of("sold"))) == ("sales", 4)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("未到期", "current"), ("Current", "current"), ("Not Due", "current"), ("逾期1-30天", "late"),
        ("1-30 days past due", "late"), ("0-30天", "aged"), ("91 and over", "aged"), ("> 90", "aged"),
        ("3个月以上", "aged"), ("半年以内", "aged"), ("1-2年", "aged"), ("2026年", None), ("合计", None),
    ],
)  # fmt: skip
def test_ages(text: str, age: str | None) -> None:
    assert age_of(text) == age


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("A类客户价", "A类客户"),
        ("一级价", "一级"),
        ("批发价(元)", "批发"),
        ("Price Level 2", "2"),
        ("单价", None),
    ],
)
def test_levels(text: str, level: str | None) -> None:
    assert level_of(text) == level


def test_suppliers() -> None:
    assert supplier_of("远山份额") == "远山"
    assert supplier_of("远山(%)") == "远山"
    assert supplier_of("远山", "供货份额") == "远山"
    assert supplier_of("远山") is None
    assert supplier_of("合计占比") is None


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", ["accounts", "products", "orders", "order_lines", *LISTED])
def test_a_list_that_left_the_book_is_known_again(kind: str, language: Language) -> None:
    words = Words(language)
    columns = list_columns(kind, words)
    titles = Titles(sheet=list_title(kind, words))
    heading = best_heading([(column.heading, "") for column in columns], TableRule(), titles)
    assert heading is not None
    assert heading.kind == kind


def test_a_sum_below_each_account_is_a_total() -> None:
    rows = [
        ["客户名称", "发票号", "到期日", "未收金额"],
        ["岩屿建材", "1", "2026-10-01", "5"],
        ["岩屿建材 小计", "", "", "5.00"],
        ["Total for Acme", "", "", "5.00"],
        ["小计建材", "2", "2026-10-01", "5"],
    ]
    assert [word for _, word in data_rows(table_of(csv_bytes(rows)))] == [None, "total", "total", None]
