"""Reads stories by a nutgraf server: pip install httpx, nutgraf serve, python client.py [ADDRESS]."""

import json
import sys
from collections.abc import Iterable, Iterator

import httpx

# httpx reads no answer before all is sent: what is sent at once has to fit into the buffers on its way.
MOST_BYTES = 50_000


def extract(client: httpx.Client, text: str, **options) -> dict:
    """The story of a text. A wrong option is a ValueError that says what was expected."""
    answer = client.post("/extract", json={"text": text, **options})
    if answer.is_error:
        raise ValueError(answer.json()["detail"])
    return answer.json()


def extract_many(client: httpx.Client, stories: Iterable[dict]) -> Iterator[dict]:
    """An outcome for each story, in order: {"id", "story"}, or {"id", "error"} where one was wrong."""
    for lines in pieces(json.dumps(story).encode() + b"\n" for story in stories):
        headers = {"content-type": "application/x-ndjson"}
        with client.stream("POST", "/extract", content=lines, headers=headers) as answer:
            answer.raise_for_status()
            for line in answer.iter_lines():
                yield json.loads(line)


def pieces(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines together, as many as may be sent at once."""
    piece = b""
    for line in lines:
        if piece and len(piece) + len(line) > MOST_BYTES:
            yield piece
            piece = b""
        piece += line
    if piece:
        yield piece


def slice_of(text: str, span: dict) -> str:
    """What a span is of. Offsets count UTF-16 code units, of which an emoji has two."""
    return text.encode("utf-16-le")[2 * span["start"] : 2 * span["end"]].decode("utf-16-le")


def main(address: str) -> None:
    with httpx.Client(base_url=address, timeout=60) as client:
        text = "🌾 Lavrov will visit Dhaka on September 7. His talks will focus on wheat exports."
        story = extract(client, text, published="2023-08-30")
        for event in story["events"]:
            print(event["name"], event["status"])
        for date in story["dates"]:
            print(slice_of(text, date), date["from"])

        stories = ({"id": day, "text": f"They met in Dhaka on May {day}.", "published": "2023-06-01"} for day in range(1, 31))
        days = [outcome["story"]["dates"][0]["value"] for outcome in extract_many(client, stories)]
        print(len(days), days[0], days[-1])

        try:
            extract(client, text, published="last week")
        except ValueError as error:
            print(error)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8080")
