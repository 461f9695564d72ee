const BETWEEN_WORDS = /(?<=[._])|(?<=[a-z])(?=[A-Z])/;

/** A name from the code, which goes on in the next line only where one of its words ends. */
export function CodeName({ name }: { name: string }) {
  const end = name.search(BETWEEN_WORDS);
  if (end < 1) return name;
  return (
    <>
      {name.slice(0, end)}
      <wbr />
      <CodeName name={name.slice(end)} />
    </>
  );
}
