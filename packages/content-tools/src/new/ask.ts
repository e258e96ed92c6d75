import { cancel, isCancel, select, text } from '@clack/prompts';
import type { Content } from '../content.ts';
import { FolderError } from '../folders.ts';
import { sectionsOf, tidy, wrongAnswer, wrongId, type Answers } from './entry.ts';

/** Whether somebody sits at a terminal who can be asked. */
export const canAsk = (): boolean => Boolean(process.stdin.isTTY && process.stdout.isTTY);

/** Asks for the id of an entry. */
export async function askId(content?: Content): Promise<string> {
  return answer(
    await text({
      message: 'What is the id of the entry? It stays for ever.',
      placeholder: 'heron',
      validate: (value) => wrongId(value ?? '', content),
    }),
  );
}

const QUESTIONS = [
  ['name', 'What is the messenger called?'],
  ['homepage', 'What is the address of its homepage?'],
  ['developer', 'Who makes it?'],
] as const;

/** Asks for what is not known yet; an empty answer leaves a blank. */
export async function askAnswers(content: Content, known: Answers): Promise<Answers> {
  const answers = { ...known };
  for (const [name, question] of QUESTIONS)
    answers[name] ??= await line(question, (said) => wrongAnswer(content, tidy({ [name]: said })));
  const sections = sectionsOf(content);
  if (answers.group === undefined && sections.length > 1)
    answers.group = answer(
      await select({
        message: 'In which section of the page does it stand?',
        options: sections.map((value) => ({ value, label: value })),
      }),
    );
  return answers;
}

async function line(
  message: string,
  validate: (value: string | undefined) => string | undefined,
): Promise<string | undefined> {
  const said = answer(
    await text({
      message: `${message} Leave it empty to fill it in later.`,
      validate,
    }),
  );
  return said?.trim() || undefined;
}

function answer<T>(said: T): Exclude<T, symbol> {
  if (!isCancel(said)) return said as Exclude<T, symbol>;
  cancel('Nothing was written.');
  throw new FolderError('Stopped.');
}
