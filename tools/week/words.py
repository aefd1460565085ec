"""Titles of windows by which the driver knows where it is, in the window's two languages."""

TITLES = {
    "zh": {
        "new": "新客户簿", "file": "选一份名单", "import": "导入名单", "questions": "待定的问题", "many": "批量修改",
        "contact": "新联系人", "slot": "固定拜访", "history": "线路变更", "unplanned": "临时拜访",
        "leave": "请假与代访", "settle": "承诺", "save_paper": "存为 PDF", "window": "kamdesk",
    },
    "en": {
        "new": "A new book", "file": "Choose one list", "import": "Import a list", "questions": "Questions to decide",
        "many": "Change", "contact": "New contact", "slot": "A fixed visit", "history": "Changes of the line",
        "unplanned": "Unplanned visit", "leave": "Leave and substitute", "settle": "promise",
        "save_paper": "Save the paper", "window": "kamdesk",
    },
}  # fmt: skip
