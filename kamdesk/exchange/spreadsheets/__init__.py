"""Workbooks of other forms than XLSX: XLS, XLSB and ODS, looked through here and read in a process of their own."""
