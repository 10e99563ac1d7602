"""A speech server as OpenAI's, which speaks with Piper: python -m tests.speech_server

Writes its address to the standard output. Wants the key "sesame"; refuses the first request
with 429 when the model is called "busy".
"""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from podcast import voice

PIPER = voice.choose("piper").voices[0]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    busy = True

    def do_GET(self) -> None:
        self.answer(200 if self.is_known() else 401, b'{"data": []}')

    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self.is_known():
            return self.answer(401)
        if self.path != "/v1/audio/speech" or question["response_format"] != "wav":
            return self.answer(400)
        if question["model"] == "busy" and Handler.busy:
            Handler.busy = False
            return self.answer(429, retry_after="1")
        return self.answer(200, PIPER.say(question["input"]).data)

    def is_known(self) -> bool:
        return self.headers["Authorization"] == "Bearer sesame"

    def answer(self, status: int, body: bytes = b"", retry_after: str = "") -> None:
        self.send_response(status)
        if retry_after:
            self.send_header("Retry-After", retry_after)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(f"http://127.0.0.1:{server.server_address[1]}/v1", flush=True)
    server.serve_forever()
