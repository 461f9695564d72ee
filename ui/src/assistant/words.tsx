import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import classes from './run-view.module.css';

/** The answer's words. Markdown only: no HTML, no pictures from elsewhere, and links that give nothing away. */
export default function Words({ text }: { text: string }) {
  return (
    <div className={classes.words}>
      <Markdown
        remarkPlugins={[remarkGfm]}
        disallowedElements={['img']}
        components={{
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noreferrer noopener">
              {children}
            </a>
          ),
        }}
      >
        {text}
      </Markdown>
    </div>
  );
}
