/** Compiles the YAML of a peace process into a `Dossier`, or says which lines are wrong. */
export { type CompiledDossier, compileDossier } from './compile-dossier.ts'
export { jsonSchemas } from './json-schema.ts'
export { makeOntology, ONTOLOGY_TABLES, type Ontology } from './ontology.ts'
export {
  bundledDossiers,
  checkDossier,
  DOSSIERS,
  isDossierFolder,
  ONTOLOGY,
  readClosedList,
  readDossierFiles,
  readOntology,
} from './read-files.ts'
export { type Started, startDossier, unknownModel } from './start-dossier.ts'
