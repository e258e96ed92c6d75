import Card from './card.jsx';

export default function Page() {
  return <Card />;
}
