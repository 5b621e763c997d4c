import type { Document } from 'mongodb'
import type { Relation } from './documents.ts'

const RELATED = 'flash_related'

/** What a stage of its pipeline gives its only value as. */
export const VALUE = 'v'

/**
 * Stages that look related documents up for each document, and put the value of the first that the pipeline gives into a
 * field.
 */
export function lookup(relation: Relation, pipeline: readonly Document[], into: string, otherwise: unknown): Document[] {
  const variables: Document = {}
  const all: Document[] = []
  relation.local.forEach((field, index) => {
    const key = `$$k${index}`
    const other = `$${relation.remote[index]?.path}`
    if (field.descriptor.isList) {
      variables[`k${index}`] = { $ifNull: [`$${field.path}`, []] }
      all.push({ $in: [other, key] })
    } else {
      // A variable without a value is none at all; what has no key belongs to nothing.
      variables[`k${index}`] = { $ifNull: [`$${field.path}`, null] }
      all.push({ $eq: [other, key] }, { $gt: [key, null] })
    }
  })
  const stages = [{ $match: { $expr: { $and: all } } }, ...pipeline]
  return [
    { $lookup: { from: relation.target.databaseName, let: variables, pipeline: stages, as: RELATED } },
    { $addFields: { [into]: { $ifNull: [{ $arrayElemAt: [`$${RELATED}.${VALUE}`, 0] }, otherwise] } } },
    { $project: { [RELATED]: 0 } },
  ]
}
