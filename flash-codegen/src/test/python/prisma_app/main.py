from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from articles import Articles
from flash_client import Prisma
from flash_client.errors import UniqueViolationError


async def main() -> None:
    db = Prisma(sys.argv[1])
    await db.connect()
    for statement in Path(sys.argv[2]).read_text().split(";\n"):
        if statement.strip():
            await db.execute_raw(statement)
    articles = Articles(db)
    first = await articles.publish("ann@acme.dev", "one", "One", ["b", "a"])
    print(first.author and first.author.email, first.status, [tag.name for tag in first.tags or ()])
    await articles.publish("ann@acme.dev", "two", "Two", ["b", "c"])
    await articles.publish("bob@acme.dev", "three", "Three", [])
    try:
        await articles.publish("bob@acme.dev", "three", "Again", [])
    except UniqueViolationError as error:
        print(error.prisma_code, error.fields)
    print(await articles.comment("two", "well said", "ann@acme.dev"), await articles.comment("two", "hm"))
    read = await articles.read("two")
    if read is not None:
        print(read.title, read.views)
        print([(comment.body, comment.author and comment.author.email) for comment in read.comments or ()])
    print(await articles.read("none"))
    page, total = await articles.page(1, tag="b")
    print(total, [article.slug for article in page])
    page, total = await articles.page(1, tag="b", after=page[0].id)
    print([article.slug for article in page])
    page, total = await articles.page(text="said")
    print(total, [article.slug for article in page])
    print(await articles.views(), await articles.tagged("b"))
    print([comment.body for comment in await articles.import_comments("one", ["x", "y"])])
    print(await articles.import_comments("none", ["x"]))
    print(await articles.withdraw("ann@acme.dev"), (await articles.page())[1])
    await articles.clear()
    print(await db.comment.count(), await db.author.count())
    await db.disconnect()


asyncio.run(main())
