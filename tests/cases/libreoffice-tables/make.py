"""Tables made by LibreOffice for tests/suite/import_libreoffice.rs, by its own programming interface (Debian package python3-uno).

    cargo run -- template tests/cases/libreoffice-tables/assessment.json -o template.xlsx
    /usr/bin/python3 tests/cases/libreoffice-tables/make.py template.xlsx tests/cases/libreoffice-tables

  company.xlsx, company.ods   a workbook as a company keeps it: a title, joined headings in two rows, cells shown as per cent,
                              formulas, texts in full width, units of its own, a section row, dashes, a row nobody knows; a sheet
                              with a row per indicator and year; a hidden sheet
  company.xls                 company.xlsx, converted: soffice --headless --convert-to xls company.xlsx
  company.txt                 the first sheet of it, copied: what LibreOffice puts on the clipboard as text
  clipboard.txt               the same of cells with line ends and tabs, which it makes spaces, and with quotation marks
  template-resaved.xlsx       our template, opened in LibreOffice and saved again

Made with LibreOffice 7.4.7.2. Nothing is taken over a network: the two talk through a pipe.
"""

import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

PERCENT, THOUSANDS, DATE = "0.0%", "#,##0.0", "YYYY-MM-DD"


def option(name, value):
    return PropertyValue(Name=name, Value=value)


def connect(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


class Sheet:
    def __init__(self, document, name, at):
        sheets = document.Sheets
        if at == 0:
            sheets.getByIndex(0).Name = name
        else:
            sheets.insertNewByName(name, at)
        self.document, self.sheet = document, sheets.getByName(name)

    def put(self, row, values):
        for column, value in enumerate(values):
            cell = self.sheet.getCellByPosition(column, row)
            shown = None
            if isinstance(value, tuple):
                value, shown = value
            if isinstance(value, str) and value.startswith("="):
                cell.Formula = value
            elif isinstance(value, str):
                cell.String = value
            elif value is not None:
                cell.Value = value
            if shown:
                formats, locale = self.document.NumberFormats, Locale("en", "US", "")
                key = formats.queryKey(shown, locale, False)
                cell.NumberFormat = key if key != -1 else formats.addNew(shown, locale)

    def join(self, first, last):
        self.sheet.getCellRangeByName(f"{first}:{last}").merge(True)


def percents(*values):
    return [None if value is None else (value, PERCENT) for value in values]


def company(document):
    sheet = Sheet(document, "经营指标", 0)
    sheet.put(0, ["京华精密机械有限公司（虚构）2013—2015年关键绩效指标"])
    sheet.join("A1", "L1")
    sheet.put(1, ["序号", "指标名称", "计量单位", "实际值", None, None, "行业标杆值", None, "2015年目标", "行业排名", "数据来源", "备注"])
    sheet.join("D2", "F2")
    sheet.join("G2", "H2")
    sheet.put(2, [None, None, None, "2013年", "2014年", "2015年", 2014, 2015])
    for column in "ABCIJKL":
        sheet.join(f"{column}2", f"{column}3")
    sheet.put(3, ["一、产品和服务"])
    sheet.put(4, [1, "产品合格率", "%", *percents(0.982, 0.9875, 0.991), *percents(0.98, 0.985), (0.99, PERCENT), "3/40", "企业、第三方机构"])
    sheet.put(5, [2, "监督抽查合格率", "％", "98.5％", "９９．２％", (1, PERCENT), None, None, "≥99%"])
    sheet.put(6, [3, "顾客满意度（分）", None, 88, 89.5, 91.3, 88, 89, 90, None, "顾客", "由第三方\n调查"])
    sheet.put(7, ["二、财务"])
    sheet.put(8, [4, "主营业务收入", "亿元", 8.12, 8.9, 9.75])
    sheet.put(9, [5, "利润总额", "万元", "1,234.5", ("=D10*1.1", THOUSANDS), "１４８０"])
    sheet.put(10, [6, "研发投入强度", "%", ("=0.036", PERCENT), ("=0.041", PERCENT), (0.0455, PERCENT)])
    sheet.put(11, [7, "资产负债率", "%", *percents(0.52, 0.5, 0.48), None, None, "40%～60%"])
    sheet.put(12, [8, "顾客投诉率", "件/万件次", "—", "约3", 2.4])
    sheet.put(13, [9, "有效发明专利数", "件", 12, (42156, DATE), 21])
    sheet.put(14, [10, "厂区绿化率", "%", *percents(0.31, 0.32, 0.33)])
    sheet.put(15, [11, "员工流失率", "人", 4.1, 3.9, 3.5])

    sheet = Sheet(document, "按年", 1)
    sheet.put(0, ["指标", "年度", "完成值", "对标值", "缺数原因"])
    sheet.put(1, ["员工满意度", 2014, 78.2, 80])
    sheet.put(2, ["员工满意度", "2015年", 80.25, 81])
    sheet.put(3, ["Injuries per 1,000 staff", 2014, (0.0012, "0.00")])
    sheet.put(4, ["千人负伤率", 2015, None, None, "当年改用新口径"])

    hidden = Sheet(document, "底稿", 2)
    hidden.put(0, ["指标", "2015"])
    hidden.put(1, ["员工满意度", 1])
    hidden.sheet.IsVisible = False


def copied(document, sheet, block):
    """What LibreOffice hands to the clipboard as plain text."""
    controller = document.CurrentController
    controller.select(document.Sheets.getByName(sheet).getCellRangeByName(block))
    transfer = controller.getTransferable()
    for flavor in transfer.getTransferDataFlavors():
        if flavor.MimeType == "text/plain;charset=utf-16":
            return transfer.getTransferData(flavor)
    raise SystemExit("no text on the clipboard")


def clipboard(desktop):
    document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (option("Hidden", True),))
    sheet = Sheet(document, "copy", 0)
    sheet.put(0, ["plain", 'say "yes"', "two\nlines", "a\ttab"])
    sheet.put(1, [(0.963, PERCENT), (1234.5, "#,##0.00"), "", "１２３"])
    sheet.put(2, ['"', "line end\n", 'both "\n"', "last"])
    text = copied(document, "copy", "A1:D3")
    document.close(True)
    return text


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        file.write(text)


def main(template, folder):
    pipe = f"kit{os.getpid()}"
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;"]
        )
        try:
            context = connect(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (option("Hidden", True),))
            company(document)
            url = lambda name: uno.systemPathToFileUrl(os.path.abspath(os.path.join(folder, name)))
            document.storeToURL(url("company.xlsx"), (option("FilterName", "Calc MS Excel 2007 XML"),))
            document.storeToURL(url("company.ods"), (option("FilterName", "calc8"),))
            write(folder, "company.txt", copied(document, "经营指标", "A2:L16"))
            document.close(True)
            write(folder, "clipboard.txt", clipboard(desktop))
            document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(os.path.abspath(template)), "_blank", 0, (option("Hidden", True),))
            document.storeToURL(url("template-resaved.xlsx"), (option("FilterName", "Calc MS Excel 2007 XML"),))
            document.close(True)
            desktop.terminate()
        finally:
            office.wait(timeout=60)


if __name__ == "__main__":
    main(*sys.argv[1:])
