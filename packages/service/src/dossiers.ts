/** A door of service: kits with dossiers. */
export { type CheckedFolder, checkFolder } from './check-folder.ts'
export { DossierError, folderOf, loadDossiers } from './load-dossiers.ts'
export { type KitSources, loadKit } from './load-kit.ts'
