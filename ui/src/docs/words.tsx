/** Words of a description, in which code stands in backticks. */
export function Words({ text }: { text: string }) {
  const [before, code, ...rest] = text.split('`');
  if (code === undefined) return before;
  return (
    <>
      {before}
      <code className="mono">{code}</code>
      <Words text={rest.join('`')} />
    </>
  );
}
