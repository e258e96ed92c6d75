import { connection } from 'next/server';
import Card from './card.jsx';

export default async function Page() {
  // The policy of a page has a number that is used once: it cannot be built before it is asked for.
  await connection();
  return <Card />;
}
