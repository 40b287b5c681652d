/** Somebody who signs in with their organisation's account: from our page to the provider's, and back. */
import type { Browser } from './newcomer.ts';

/** Presses "Sign in with your organisation's account". @returns the provider's address that the browser is sent to */
export async function leave(browser: Browser, returnTo = '/'): Promise<URL> {
  await browser.get('/sign-in');
  return onwardFrom(await browser.post('/sign-in/organisation', { returnTo }));
}

/** The address that a page leads on to. */
export function onwardFrom({ headers }: { readonly headers: Record<string, string> }): URL {
  const [, address] = /^0; url=(.+)$/.exec(headers['refresh'] ?? '') ?? [];
  if (address === undefined) throw new Error('the page does not lead on');
  return new URL(address);
}

export interface ThereOptions {
  /** the user name given there; null: pressed Cancel */
  readonly as: string | null;
}

export interface ThereBrowser {
  /**
   * Opens the address and signs in where it is asked to.
   * @returns the path that leads back to us, and whether a user name was asked for
   */
  readonly visit: (
    address: URL,
    options: ThereOptions,
  ) => Promise<{ readonly back: string; readonly asked: boolean }>;
}

/** A browser at the provider, which keeps its cookies: the provider knows the person the next time. */
export function aBrowserThere(): ThereBrowser {
  const cookies = new Map<string, string>();
  const send = async (address: URL, body?: URLSearchParams): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(body ? { method: 'POST', body } : {}),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name !== undefined && value) cookies.set(name, value);
      else cookies.delete(name ?? '');
    }
    return response;
  };
  return {
    visit: async (address, { as }) => {
      let asked = false;
      let here = address;
      for (let hops = 0; hops < 10; hops += 1) {
        let response = await send(here);
        if (response.status === 200) {
          asked = true;
          response = await send(here, fields(as));
        }
        here = new URL(response.headers.get('location') ?? '', here);
        if (here.origin !== address.origin) return { back: here.pathname + here.search, asked };
      }
      throw new Error(`the provider leads nowhere: ${here.href}`);
    },
  };
}

function fields(as: string | null): URLSearchParams {
  return new URLSearchParams(as === null ? { do: 'cancel' } : { do: 'in', login: as });
}

/** Signs in there as somebody, in a browser of its own where none is given. @returns the answer of our own page */
export async function comeBackAs(
  browser: Browser,
  as: string | null,
  { there = aBrowserThere(), returnTo = '/' } = {},
) {
  const { back } = await there.visit(await leave(browser, returnTo), { as });
  return browser.get(back);
}
