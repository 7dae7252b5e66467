#!/usr/bin/python3
"""mail-catcher.py - a mail server that delivers nothing.

	mail-catcher.py ADDRESS PORT FOLDER URL

Takes every mail by SMTP, as a relay would, and makes of it a page with links
that can be clicked (FOLDER/000001.html, the newest first in index.html), one
line in FOLDER/mails.jsonl for programs, and a few in FOLDER/mails.txt for
whoever watches; not in a log, because links are secrets. URL is where a web
server shows the folder.
"""
import asyncio
import html
import json
import os
import re
import signal
import sys
import time
from email import message_from_bytes, policy

from aiosmtpd.controller import UnthreadedController

SHOWN = 200  # mails on the index page
LINK = re.compile(r"https?://[^\s<>\"」』）)]+")
STYLE = """\
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a;
  font: 1rem/1.7 sans-serif; }
dt { color: #666; float: left; clear: left; width: 6rem; }
dd { margin-left: 6rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit;
  border: 1px solid #949494; padding: 1rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; padding: .5rem; border-bottom: 1px solid #949494; }
"""
PAGE = """\
<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{extra}<title>{title}</title>
<link rel="stylesheet" href="mail.css">
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


def linked(text):
    """The text as HTML, with its links to click."""
    out, at = [], 0
    for m in LINK.finditer(text):
        out.append(html.escape(text[at:m.start()]))
        url = html.escape(m.group())
        out.append(f'<a href="{url}">{url}</a>')
        at = m.end()
    out.append(html.escape(text[at:]))
    return "".join(out)


def text_of(mail):
    part = mail.get_body(preferencelist=("plain", "html"))
    return part.get_content() if part else ""


class Catcher:
    def __init__(self, folder, url):
        self.folder = folder
        self.url = url
        self.mails = []
        path = os.path.join(folder, "mails.jsonl")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                self.mails = [json.loads(line) for line in f]
        self.lines = open(path, "a", encoding="utf-8")
        self.told = open(os.path.join(folder, "mails.txt"), "a",
                         encoding="utf-8")
        self.write("mail.css", STYLE)
        self.write_index()

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path + ".new", "w", encoding="utf-8") as f:
            f.write(text)
        os.replace(path + ".new", path)

    def write_index(self):
        rows = "".join(
            f'<tr><td><a href="{m["n"]:06}.html">'
            f'{html.escape(m["subject"]) or "(no subject)"}</a></td>'
            f'<td>{html.escape(m["to"])}</td><td>{m["time"]}</td></tr>\n'
            for m in reversed(self.mails[-SHOWN:]))
        body = ('<table>\n<tr><th scope="col">件名</th><th scope="col">宛先'
                '</th><th scope="col">受信</th></tr>\n' + rows + "</table>"
                if rows else "<p>まだメールはありません。</p>")
        self.write("index.html", PAGE.format(
            title="届いたメール", body=body,
            extra='<meta http-equiv="refresh" content="5">\n'))

    def take(self, recipient, data):
        mail = message_from_bytes(data, policy=policy.default)
        text = text_of(mail).replace("\r\n", "\n")
        m = {
            "n": self.mails[-1]["n"] + 1 if self.mails else 1,
            "time": time.strftime("%Y-%m-%d %H:%M:%S"),
            "to": recipient,
            "from": str(mail.get("from", "")),
            "subject": str(mail.get("subject", "")),
            "id": str(mail.get("message-id", "")),
            "text": text,
            "links": LINK.findall(text),
            "headers": [[k, str(v)] for k, v in mail.items()],
        }
        self.write(f'{m["n"]:06}.html', PAGE.format(
            title=html.escape(m["subject"]), extra="",
            body=f'<dl><dt>差出人</dt><dd>{html.escape(m["from"])}</dd>'
                 f'<dt>宛先</dt><dd>{html.escape(m["to"])}</dd>'
                 f'<dt>受信</dt><dd>{m["time"]}</dd></dl>\n'
                 f'<pre>{linked(text)}</pre>\n'
                 '<p><a href="index.html">届いたメール</a></p>'))
        self.mails.append(m)
        self.write_index()
        self.lines.write(json.dumps(m, ensure_ascii=False) + "\n")
        self.lines.flush()
        self.told.write(f'mail  to {m["to"]}  {m["subject"]}\n'
                        f'      {(m["links"] or ["no link"])[0]}\n'
                        f'      {self.url}/{m["n"]:06}.html\n')
        self.told.flush()

    async def handle_DATA(self, _server, _session, envelope):
        for recipient in envelope.rcpt_tos:
            self.take(recipient, envelope.original_content)
        return "250 taken"


def main():
    address, port, folder, url = sys.argv[1:]
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    for sig in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sig, loop.stop)
    server = UnthreadedController(Catcher(folder, url), hostname=address,
                                  port=int(port), loop=loop,
                                  enable_SMTPUTF8=True)
    server.begin()
    loop.run_forever()


main()
