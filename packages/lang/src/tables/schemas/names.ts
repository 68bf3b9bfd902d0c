/** Tables of names of persons, bodies and places: how they are built and declined. */
import { among, endings, gender, required, type Schema, text } from './cells.ts'

export const NAME_TABLES: Readonly<Record<string, Schema>> = {
  countries: {
    columns: {
      code: { required: true, pattern: /^([A-Z]{2}|[A-Z]{4}|x-[a-z]+(-[a-z]+)*)$/, means: 'an ISO 3166 code or x-…' },
      names: { required: true, list: ', ' },
      adjectives: { list: ', ' },
      demonyms: { list: ', ' },
      capital: text,
      source: required,
    },
    key: ['code'],
  },
  seats: {
    columns: {
      name: required,
      code: { required: true, ...among('countries', 'code') },
      example: required,
      source: required,
    },
    key: ['name'],
  },
  'names/declensions': {
    columns: { name: required, endings, like: required, example: required, source: required },
    key: ['name'],
  },
  'names/given': { columns: { name: required, gender, like: text, origin: required }, key: ['name', 'gender'] },
  'names/given-endings': { columns: { endings, gender, like: required, example: required } },
  'names/heads': {
    columns: {
      word: required,
      kind: {
        required: true,
        values: [
          ...['authority', 'organ', 'organisation', 'media', 'team', 'place', 'facility', 'person'],
          ...['work', 'law', 'event', 'award', 'product'],
        ],
      },
      source: required,
    },
    key: ['word'],
  },
  'names/honorifics': {
    columns: { word: required, gender: { required: true, values: ['m', 'f', 'mf'] }, example: required },
    key: ['word'],
  },
  'names/organisations': {
    columns: {
      name: required,
      kind: { required: true, values: ['international', 'state', 'party', 'media', 'company', 'academy', 'sport'] },
      source: required,
    },
    key: ['name'],
  },
  'names/particles': { columns: { word: required, example: required }, key: ['word'] },
  'names/patronymic-words': { columns: { form: required, gender, example: required }, key: ['form'] },
  'names/patronymics': { columns: { endings, like: required, example: required } },
  'names/place-adjectives': {
    columns: {
      place: { required: true, pattern: /^\p{Ll}+$/u, means: 'an ending in small letters' },
      adjectives: endings,
      example: required,
      source: required,
    },
    key: ['place'],
  },
  'names/surname-endings': {
    columns: {
      endings,
      like: { required: true, list: ' ' },
      typical: { required: true, values: ['yes', 'no'] },
      share: { required: true, pattern: /^[1-9]\d?$/, means: 'a whole number below 100' },
      example: required,
    },
  },
  'names/surname-pairs': {
    columns: { masculine: required, feminine: required, example: required, source: required },
    key: ['masculine', 'feminine'],
  },
}
