/** The phrases of its clause that are the subject of a verb. */
import { canBeSubject } from '../mentions/subject-of-verb.ts'
import type { Scene } from '../quotations/scene.ts'
import type { Reading } from '../words/form.ts'
import { ACCS, ADJS, GENDER, NEUT, NOMN, NPRO, NUMBER, PLUR, PRTS, SING, VERB } from '../words/grammar.ts'
import { isCounted } from './collect-arguments.ts'
import type { Argument } from './predicate.ts'

/** The nearest list to the left that agrees, else the nearest to the right; a thing that could be the object gives way to one who acts. */
export function ownSubjects(scene: Scene, own: readonly Argument[], head: number, chosen: Reading): Argument[] {
  const fits = (argument: Argument): boolean => isSubject(scene, own, argument, chosen)
  const left = own.findLast(argument => argument.phrase.to <= head && fits(argument))
  const right = own.find(argument => argument.phrase.from > head && fits(argument))
  // A form that could be either is read as an object too often when it stands before its verb: «стороны подпишут».
  const isAlone = ({ list }: Argument): boolean => own.filter(other => other.list === list).length === 1
  const either = own.findLast(
    argument =>
      argument.phrase.to <= head &&
      argument.preposition === '' &&
      (scene.layers.tokens.form[argument.phrase.head].agr & NOMN) !== 0 &&
      isAlone(argument) &&
      !isOblique(scene, argument) &&
      canBeSubject(scene.layers, argument.phrase, chosen),
  )
  const speaks = (argument: Argument | undefined): boolean => argument !== undefined && scene.canSpeak(argument.phrase)
  let best = left ?? right ?? either
  if (left !== undefined && !speaks(left) && speaks(right) && (left.cases & ACCS) !== 0) best = right
  else if (left === undefined && right !== undefined && !speaks(right) && speaks(either)) best = either
  return best === undefined ? [] : own.filter(argument => argument.list === best.list)
}

/** «его обвиняют»: a pronoun in the genitive or accusative, though it is read as the possessive, which has every case. */
function isOblique(scene: Scene, { phrase, cases }: Argument): boolean {
  return (cases & NOMN) === 0 && scene.layers.tokens.form[phrase.head].readings.some(({ pos }) => (pos & NPRO) !== 0)
}

function isSubject(scene: Scene, own: readonly Argument[], argument: Argument, chosen: Reading): boolean {
  if (argument.preposition !== '' || (argument.cases & NOMN) === 0) return false
  if (canBeSubject(scene.layers, argument.phrase, chosen)) return true
  // «100 стран признали», «было убито 5 солдат»
  if (isCounted(scene, argument.phrase)) return (chosen.agr & (PLUR | NEUT)) !== 0
  return (chosen.agr & PLUR) !== 0 && own.some(other => other !== argument && other.list === argument.list)
}

/** Whether agreement bits of a subject fit a finite verb or short form in number and gender. */
export function agreesWithVerb(agr: number, verb: Reading): boolean {
  if ((verb.pos & (VERB | PRTS | ADJS)) === 0) return false
  if ((agr & verb.agr & NUMBER) === 0) return false
  return (verb.agr & SING) === 0 || (verb.agr & GENDER) === 0 || (agr & verb.agr & GENDER) !== 0
}
