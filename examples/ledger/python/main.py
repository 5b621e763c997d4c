"""Serves the ledger. Arguments: the database's address and the port, 0 for any."""

from __future__ import annotations

import json
import sys
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from accounts import accounts
from ledger_db import FlashClient, FlashError, UniqueViolation
from request import Answer, Refusal, Request, integer
from transfers import transfers

ENDPOINTS = {"accounts": accounts, "transfers": transfers}
LONGEST_FORM = 10_000


class Handler(BaseHTTPRequestHandler):
    """Answers each request on a thread of its own."""

    db: FlashClient

    def _answer(self) -> None:
        status, body = self._carried_out()
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer

    def _carried_out(self) -> Answer:
        try:
            length = integer("Content-Length", self.headers.get("Content-Length", "0"))
            if length > LONGEST_FORM:
                raise Refusal(413, "the form is too long")
            request = Request(self.command, self.path, self.rfile.read(length).decode(errors="replace"))
            endpoint = ENDPOINTS.get(request.collection)
            if endpoint is None:
                raise Refusal(404, "accounts or transfers")
            return endpoint(self.db, request)
        except Refusal as refusal:
            return refusal.status, {"error": str(refusal)}
        except UniqueViolation as violation:
            return 409, {"error": f"there is one with this {' and '.join(violation.fields)}"}
        except FlashError:
            traceback.print_exc()
            return 500, {"error": "the database failed"}

    def log_message(self, format: str, *args: object) -> None:
        """Nothing for each request."""


def main() -> None:
    """Serves until it is stopped."""
    Handler.db = FlashClient(sys.argv[1])
    with ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Handler) as server:
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
