"""Cards as programs write them; the people are made up."""

from __future__ import annotations

import quopri


def printable(text: str, charset: str = "utf-8") -> bytes:
    """Quoted-printable as telephones write it: every byte beyond letters and digits, broken softly into lines."""
    return quopri.encodestring(text.encode(charset)).replace(b"\n", b"\r\n")


ANDROID_21 = b"\r\n".join(
    [
        b"BEGIN:VCARD",
        b"VERSION:2.1",
        b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;" + printable("周芳") + b";;;",
        b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + printable("周芳"),
        b"TEL;CELL;PREF:13812345678",
        b"TEL;WORK;FAX:0574-88536114",
        b"TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=E5=89=8D=E5=8F=B0):0574-88530000",
        b"EMAIL;WORK:zf@example.com",
        b"ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + printable("宁波海川贸易有限公司;采购部" * 1),
        b"TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=87=87=E8=B4=AD=",
        b"=E7=BB=8F=E7=90=86",
        b"BDAY:--0610",
        b"PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD",
        b" /2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRo=",
        b"",
        b"END:VCARD",
        b"",
    ]
)
OLD_GBK = b"\r\n".join(
    [
        b"BEGIN:VCARD",
        b"VERSION:2.1",
        b"N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=D6=DC=B7=BC",
        b"FN;CHARSET=GBK:" + "周芳".encode("gbk"),
        b"ORG;CHARSET=GBK:" + "宁波海川贸易有限公司".encode("gbk"),
        b"TEL;CELL:13812345678",
        b"AGENT:",
        b"BEGIN:VCARD",
        b"VERSION:2.1",
        b"FN;CHARSET=GBK:" + "林涛".encode("gbk"),
        b"TEL;CELL:13900000000",
        b"END:VCARD",
        b"NOTE;ENCODING=BASE64:5L2g5aW9",
        b"END:VCARD",
    ]
)
IPHONE_30 = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.5//EN
N:欧阳;娜娜;;;
FN:娜娜 欧阳
ORG:杭州恒远建材\\, 有限公司;物流部;
TITLE:物流经理
item1.TEL;type=pref:0571-88001122\\,801
item1.X-ABLabel:传真
TEL;type=CELL;type=VOICE:+86 138 0000 1111
item2.EMAIL;type=INTERNET:on@example.com
item2.X-ABLabel:_$!<Work>!$_
item3.ADR;type=WORK:;;文三路 1 号\\n3 楼;杭州;浙江;310000;中国
item3.X-ABADR:cn
BDAY;X-APPLE-OMIT-YEAR=1604;value=date:1604-06-10
X-ALTBDAY;CALSCALE=chinese:78410425
NOTE:喜欢龙井\\, 不喝
  咖啡\\n每周三在
URL;type=WORK:https://example.com
X-SOCIALPROFILE;type=wechat;x-user=on88:x-apple:on88
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
 /2wBDAAgGBgcGBQgH
END:VCARD
"""
OUTLOOK_21 = """BEGIN:VCARD\r
VERSION:2.1\r
N;LANGUAGE=en-us:Anders;Maria;J.;Ms.\r
FN:Ms. Maria J. Anders\r
ORG:Alfreds Futterkiste;Sales\r
TITLE:Sales Representative\r
TEL;WORK;VOICE:(030) 0074321\r
TEL;CELL;VOICE:+49 171 5550123\r
ADR;WORK;PREF:;;Obere Str. 57;Berlin;;12209;Germany\r
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Obere Str. 57=0D=0A=\r
12209 Berlin\r
BDAY:19720103\r
X-MS-OL-DESIGN;CHARSET=utf-8:<card/>\r
REV:20240102T030405Z\r
END:VCARD\r
"""
NEW_40 = """BEGIN:VCARD
VERSION:4.0
N:Müller;Jörg;;;
FN:Jörg Müller
ORG:"Blauer See" GmbH
TEL;VALUE=uri;PREF=2;TYPE="work,voice":tel:+49-621-08460;ext=12
TEL;VALUE=uri;PREF=1;TYPE="cell":tel:+49-171-5550199
IMPP:weixin:jmueller
BDAY:1985-06
KIND:individual
END:VCARD
"""
