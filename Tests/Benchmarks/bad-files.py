#!/usr/bin/env python3
"""Makes files that no report is, imports each, and tells what that took.

Run as `python3 Tests/Benchmarks/bad-files.py`, with the path of the program behind it where that is
not `.build/release/nianbao`. Each must be read or refused within 5 s and 256 MiB. It ends with 1
where one takes more, or ends with anything but 0 or 2, and with 2 where there is no program.
"""

import os
import struct
import sys
import tempfile
import time
import zipfile
import zlib

SECONDS, MEBIBYTES = 5, 256
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
WORD_END = '</w:body></w:document>'
SHEET, SHEET_END = '<worksheet><sheetData>', '</sheetData></worksheet>'
WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="a"/></sheets></workbook>'
RELATIONS = '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>'


def container(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", TYPES)
        for name, text in parts:
            file.writestr(name, text)


def word(path, body):
    container(path, [("word/document.xml", body)])


def workbook(path, rows, more=()):
    container(path, [
        ("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", SHEET + rows + SHEET_END)] + list(more))


def plain(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def filled(piece, size):
    return piece * (size // len(piece.encode()))


def scans(path, pages):
    """A PDF file of grey pages, one picture each."""
    picture = b"\x80" * (827 * 1169)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    kids = " ".join(f"{3 + 2 * page} 0 R" for page in range(pages))
    objects.append(f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode())
    last = 3 + 2 * pages
    for page in range(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {4 + 2 * page} 0 R"
            f"/Resources<</XObject<</I {last + page} 0 R>>>>>>".encode())
        content = b"q 595 0 0 842 0 0 cm /I Do Q"
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    packed = zlib.compress(picture)
    for page in range(pages):
        objects.append(
            b"<</Type/XObject/Subtype/Image/Width 827/Height 1169/BitsPerComponent 8"
            b"/ColorSpace/DeviceGray/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
            % (len(packed), packed))
    with open(path, "wb") as file:
        file.write(b"%PDF-1.4\n")
        places = []
        for number, body in enumerate(objects, 1):
            places.append(file.tell())
            file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        start = file.tell()
        file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
        for place in places:
            file.write(b"%010d 00000 n \n" % place)
        file.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                   % (len(objects) + 1, start))


def lying_bomb(path, source):
    """A gigabyte that declares to be a thousand bytes."""
    with open(source, "rb") as file:
        packed = file.read()
    size = struct.pack("<I", (1 << 30) + len(WORD.encode()))
    with open(path, "wb") as file:
        file.write(packed.replace(size, struct.pack("<I", 1000)))


def files(folder):
    def at(name):
        return os.path.join(folder, name)

    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))
    row = "示例县公安局,2023,applications,new,natural,applications.new.natural,1\n"
    makers = [
        ("299000-p.html", lambda p: plain(p, "<html><body>" + "<p>a" * 299_000)),
        ("99000-p.html", lambda p: plain(p, "<html><body>" + "<p>a" * 99_000)),
        ("99000-cells.html", lambda p: plain(
            p, "<html><body><table>" + "<tr><td>1" * 49_000 + "</table>")),
        ("1000000-rows.xlsx", lambda p: workbook(p, "".join(
            f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(1, 1_000_001)))),
        ("99000-rows.xlsx", lambda p: workbook(p, "<row><c><v>1</v></c></row>" * 99_000)),
        ("99000x5.xlsx", lambda p: workbook(
            p, ("<row>" + "<c><v>1</v></c>" * 5 + "</row>") * 99_000)),
        ("empty-rows.xlsx", lambda p: workbook(p, "<row/>" * 1_000_000)),
        ("wide-rows.xlsx", lambda p: workbook(p, "".join(
            f'<row r="{i}"><c r="A{i}"><v>1</v></c><c r="CV{i}"><v>1</v></c></row>'
            for i in range(1, 240_001)))),
        ("empty-cells.xlsx", lambda p: workbook(p, filled("<c/>", 31 << 20))),
        ("strings.xlsx", lambda p: workbook(p, "", [
            ("xl/sharedStrings.xml", "<sst>" + "<si><t>aaaaaaaaaaaaaaaaaaaa</t></si>" * 990_000
             + "</sst>")])),
        ("bomb.docx", lambda p: word(p, WORD + " " * (1 << 30))),
        ("lying-bomb.docx", lambda p: lying_bomb(p, at("bomb.docx"))),
        ("entities.docx", lambda p: word(
            p, f"<!DOCTYPE x [{entities}]>{WORD}<w:p><w:r><w:t>&j;</w:t></w:r></w:p>{WORD_END}")),
        ("47-MiB.docx", lambda p: word(
            p, WORD + filled("<w:p><w:r><w:t>一</w:t></w:r></w:p>", 47 << 20) + WORD_END)),
        ("15-MiB.docx", lambda p: word(
            p, WORD + filled("<w:p><w:r><w:t>一</w:t></w:r></w:p>", 15 << 20) + WORD_END)),
        ("15-MiB-of-cells.docx", lambda p: word(
            p, WORD + "<w:tbl>" + filled(
                "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>", 15 << 20)
            + "</w:tbl>" + WORD_END)),
        ("16-MiB.csv", lambda p: plain(
            p, "organ,year,table,row,column,address,value\n" + filled(row, (16 << 20) - 100))),
        ("149000-rows.csv", lambda p: plain(
            p, "organ,year,table,row,column,address,value\n" + row * 149_000)),
        ("commas.csv", lambda p: plain(p, "," * 1_099_000)),
        ("60-MiB.txt", lambda p: plain(p, filled("主动公开 12 条。\n", 60 << 20))),
        ("2-MiB.txt", lambda p: plain(p, filled("主动公开 12 条。\n", (2 << 20) - 100))),
        ("lines.txt", lambda p: plain(p, "1\n" * 249_000)),
        ("fields.txt", lambda p: plain(p, ("收到" + "\t1" * 99 + "\n") * 2_400)),
        ("blanks.txt", lambda p: plain(p, filled("1  ", (2 << 20) - 100))),
        ("200-scans.pdf", lambda p: scans(p, 200)),
    ]
    for name, make in makers:
        make(at(name))
        yield at(name), name


def measured(program, path):
    """Seconds, MiB and exit code of one import."""
    start = time.monotonic()
    process = os.fork()
    if process == 0:
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in range(3):
            os.dup2(nothing, descriptor)
        os.execv(program, [program, "import", path, "-o", "-", "--year", "2024"])
    _, status, usage = os.wait4(process, 0)
    return time.monotonic() - start, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/nianbao"
    if not os.access(program, os.X_OK):
        print(f"No program at {program}.")
        return 2
    broken = []
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'file':24}{'s':>8}{'MiB':>8}  exit")
        for path, name in files(folder):
            seconds, size, code = measured(program, path)
            isKept = seconds <= SECONDS and size <= MEBIBYTES and code in (0, 2)
            print(f"{name:24}{seconds:8.2f}{size:8.0f}  {code}{'' if isKept else '  BROKEN'}",
                  flush=True)
            if not isKept:
                broken.append(name)
            if name != "bomb.docx":
                os.remove(path)
    print("All bounds are kept." if not broken else "Broken: " + ", ".join(broken))
    return 1 if broken else 0


sys.exit(main())
