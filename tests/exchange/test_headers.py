"""What columns are called in the lists of other offices."""

from __future__ import annotations

import pytest

from kamdesk.exchange.columns import best_heading
from kamdesk.exchange.mapping import TableRule

LISTS = [
    ("accounts", "Client Name|Customer #|Contact Number|Mobile No.|Town/City|State/Province|Category|Description",
     "name code phone mobile city province level note"),
    ("accounts", "Company|Contact Full Name|Job Function|Telephone No.|Cell No.|E-mail ID|Mailing Address|Nation",
     "name contact title phone mobile email address country"),
    ("accounts", "Shop Name|Account #|Business Phone|Last Year's Sales (CNY)|Industry|KA|Active",
     "name code phone sales kind is_key status"),
    ("accounts", "往来单位名称|往来单位编码|联络人|头衔|手机电话|固话号码|所属城市|经营地址|其它",
     "name code contact title phone phone city address note"),
    ("accounts", "客户单位|客户ID|联系人手机号|联系电话/手机|客户分类|行业|邮箱地址|WGS84经度|百度纬度",
     "name code mobile phone level kind email longitude latitude"),
    ("accounts", "客戶名稱|聯絡人|聯絡電話|客戶編號|地區/縣|備註", "name contact phone code None note"),
    ("accounts", "Account Name|Billing City|Company Address|Primary Email|Office Fax|Account Manager",
     "name city address email fax owner"),
    ("accounts", "客户名称|客户所在城市|所在区县|负责人|负责人电话|客户等级|客户经理",
     "name city district contact phone level owner"),
    ("products", "料号|货品|产品型号|U.O.M|零售价|Case Qty", "product_code product_name specification unit price pack"),
    ("orders", "合同编号|公司名称|签订日期|约定交期|总价", "order_number account_name ordered_on required_on amount"),
    ("orders", "Order #|Customer #|Date Ordered|Net Amount", "order_number account_code ordered_on amount"),
    ("order_lines", "Order #|Item #|Product Description|Qty Ordered|Rate|Disc %",
     "order_number product_code product_name quantity price discount"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "headers", "fields"), LISTS)
def test_other_words_for_the_same_columns(kind: str, headers: str, fields: str) -> None:
    heading = best_heading([(text, "") for text in headers.split("|")], TableRule())
    assert heading is not None
    assert heading.kind == kind
    assert [str(column.field) for column in heading.columns] == fields.split()


@pytest.mark.parametrize(
    ("headers", "whom"),
    [
        (["客户名称", "负责人", "电话"], "负责人"),
        (["客户名称", "负责人", "联系人", "电话"], "联系人"),
        (["客户名称", "法定代表人", "负责人"], "法定代表人"),
    ],
)
def test_another_person_is_the_contact_only_where_none_is_named(headers: list[str], whom: str) -> None:
    heading = best_heading([(text, "") for text in headers], TableRule())
    assert heading is not None
    assert [column.title for column in heading.columns if column.field == "contact"] == [whom]


def test_a_heading_over_unmerged_cells_reaches_to_the_next() -> None:
    labels = [
        ("Name", "Customer"),
        ("City", "Customer"),
        ("Name", "Primary contact"),
        ("Phone", "Primary contact"),
    ]
    heading = best_heading(labels, TableRule())
    assert heading is not None
    assert [column.field for column in heading.columns] == ["name", "city", "contact", "mobile"]
