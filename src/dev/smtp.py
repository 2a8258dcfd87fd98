"""A mail server for tests: takes every mail and writes it to a folder, one file each.

Prints the port it listens on, then serves until its input is closed.
"""

import sys
from itertools import count
from pathlib import Path

from aiosmtpd.controller import Controller


class Folder:
    """Writes what arrives: the envelope in the first lines, an empty line, then the mail."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = count(1)

    async def handle_DATA(self, server, session, envelope) -> str:
        head = [f"MAIL FROM:{envelope.mail_from}", *(f"RCPT TO:{to}" for to in envelope.rcpt_tos)]
        content = "\r\n".join(head).encode() + b"\r\n\r\n" + envelope.content
        number = next(self.numbers)
        # Readers look for *.eml, so a mail appears only when it is whole.
        part = self.folder / f"{number:06}.part"
        part.write_bytes(content)
        part.rename(part.with_suffix(".eml"))
        return "250 Message accepted"


def main() -> None:
    port = int(sys.argv[2])
    controller = Controller(Folder(Path(sys.argv[1])), hostname="127.0.0.1", port=port)
    controller.start()
    print(port, flush=True)
    sys.stdin.read()
    controller.stop()


if __name__ == "__main__":
    main()
