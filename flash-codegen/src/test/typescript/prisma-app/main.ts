import { readFileSync } from 'node:fs'
import { Articles } from './articles.ts'
import { PrismaClient, UniqueViolation } from './generated/flash/index.ts'

const prisma = new PrismaClient({ url: process.argv[2] ?? '' })
for (const statement of readFileSync(process.argv[3] ?? '', 'utf8').split(';\n')) {
  if (statement.trim() !== '') {
    await prisma.$executeRawUnsafe(statement)
  }
}
const articles = new Articles(prisma)

const first = await articles.publish('ann@acme.dev', { slug: 'one', title: 'One', tags: ['a', 'b'] })
console.log(first.author.email, first.status, first.tags.map((tag) => tag.name).sort().join(), first._count.comments)
await articles.publish('ann@acme.dev', { slug: 'two', title: 'Two', tags: ['b', 'c'] })
await articles.publish('bob@acme.dev', { slug: 'three', title: 'Three', tags: [] })
try {
  await articles.publish('bob@acme.dev', { slug: 'three', title: 'Again', tags: [] })
} catch (thrown) {
  console.log(thrown instanceof UniqueViolation ? `${thrown.prismaCode} ${thrown.fields.join()}` : thrown)
}
await articles.rename('ann@acme.dev', 'Ann')
console.log(await articles.comment('two', 'well said', 'ann@acme.dev'), await articles.comment('two', 'hm'))
console.log(JSON.stringify(await articles.read('two')))
console.log(await articles.read('none'))
const page = await articles.page({ tag: 'b' }, 1)
console.log(page.total, page.articles.map((article) => article.slug).join())
const next = await articles.page({ tag: 'b' }, 1, page.articles[0]?.id)
console.log(next.articles.map((article) => article.slug).join())
console.log((await articles.page({ text: 'said' })).articles.map((article) => `${article.slug} ${article._count.comments}`).join())
console.log(JSON.stringify(await articles.views()))
console.log((await articles.tagged(['a', 'c'])).map((row) => row.slug).join())
console.log(await articles.withdraw('ann@acme.dev'), (await articles.page({})).total)
await prisma.$disconnect()
