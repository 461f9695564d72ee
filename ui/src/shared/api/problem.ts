/** What the server says when it refuses: RFC 9457, with the request's id for a report. */
export type ProblemBody = {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  requestId?: string;
  reason?: string;
  errors?: { field: string; message: string }[];
};

export class Problem extends Error {
  readonly slug: string;
  readonly requestId: string | null;
  readonly reason: string | null;
  readonly fields: Record<string, string>;
  /** Everything that was said, with the members that only this type of problem has. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    readonly status: number,
    body: ProblemBody = {},
    readonly retryAfter: number | null = null,
  ) {
    super(body.detail || body.title || '');
    this.name = 'Problem';
    this.slug = (body.type ?? '').split('/').at(-1) ?? '';
    this.requestId = body.requestId ?? null;
    this.reason = body.reason ?? null;
    this.facts = { ...body };
    this.fields = Object.fromEntries((body.errors ?? []).map((e) => [e.field, e.message]));
  }

  /** The server could not be reached at all. */
  get offline() {
    return this.status === 0;
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const wait = Number(response.headers.get('Retry-After'));
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null;
  try {
    const body: unknown = await response.clone().json();
    if (body !== null && typeof body === 'object') {
      return new Problem(response.status, body as ProblemBody, retryAfter);
    }
  } catch {
    // Not JSON: a proxy's page, or nothing. The status alone has to do.
  }
  return new Problem(response.status, {}, retryAfter);
}

export function asProblem(cause: unknown): Problem {
  return cause instanceof Problem ? cause : new Problem(0);
}
