/**
 * Finds a status by what is typed, in a box of its own over the page: `Ctrl+K`, a few letters,
 * Enter. All of it happens in the browser, so that whoever types on at once loses no letter; only
 * what was chosen is told.
 */

/** An entry of the status menu. */
export interface Choice {
  /** Names it to the server. */
  key: string;
  /** What it is called in the person's language. */
  text: string;
  /** What it is called in every language, such as `LUNCH`; empty: nothing. */
  code: string;
  /** What stands beside it, such as `15 min`. */
  hint: string;
  /** Whether the person is so already. */
  current: boolean;
}

export interface FindWords {
  title: string;
  nothing: string;
}

/** Small letters without accents: who types "prasenz" means "Präsenz". */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('_', ' ');

const NOT_AT_ALL = 9;

/** How well a choice fits: 0 when its name starts so, more the worse. */
function rank(choice: Choice, typed: string): number {
  const text = plain(choice.text);
  if (text.startsWith(typed)) {
    return 0;
  }
  if (text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed))) {
    return 1;
  }
  const code = plain(choice.code);
  if (code !== '' && code.startsWith(typed)) {
    return 2;
  }
  return text.includes(typed) || code.includes(typed) ? 3 : NOT_AT_ALL;
}

/** Those that fit what was typed, the best first; all of them while nothing was. */
export function find(choices: Choice[], typed: string): Choice[] {
  const wanted = plain(typed.trim());
  if (wanted === '') {
    return choices;
  }
  return choices
    .map((choice) => ({ choice, rank: rank(choice, wanted) }))
    .filter((each) => each.rank < NOT_AT_ALL)
    .sort((one, other) => one.rank - other.rank)
    .map((each) => each.choice);
}

/** Asks, and tells which one was chosen. */
export function openFinder(choices: Choice[], words: FindWords, chosen: (key: string) => void): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'status-find';
  dialog.setAttribute('aria-label', words.title);
  const input = document.createElement('input');
  input.type = 'text';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.placeholder = words.title;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-label', words.title);
  input.setAttribute('aria-expanded', 'true');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', 'status-find-list');
  const list = document.createElement('ul');
  list.id = 'status-find-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.title);
  const nothing = document.createElement('p');
  nothing.setAttribute('role', 'status');
  dialog.append(input, list, nothing);

  let shown: Choice[] = [];
  let at = 0;

  const mark = (): void => {
    [...list.children].forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) {
        option.scrollIntoView({ block: 'nearest' });
      }
    });
    if (shown.length > 0) {
      input.setAttribute('aria-activedescendant', `status-find-${at}`);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };

  const choose = (choice: Choice | undefined): void => {
    if (choice !== undefined) {
      dialog.close();
      chosen(choice.key);
    }
  };

  const show = (): void => {
    shown = find(choices, input.value);
    at = 0;
    list.replaceChildren(
      ...shown.map((choice, index) => {
        const option = document.createElement('li');
        option.id = `status-find-${index}`;
        option.setAttribute('role', 'option');
        if (choice.current) {
          option.setAttribute('aria-current', 'true');
        }
        const text = document.createElement('span');
        text.textContent = choice.text;
        const hint = document.createElement('span');
        hint.className = 'presence-limit';
        hint.textContent = choice.hint;
        option.append(text, hint);
        option.addEventListener('click', () => choose(choice));
        return option;
      }),
    );
    nothing.textContent = shown.length === 0 ? words.nothing : '';
    mark();
  };

  input.addEventListener('input', show);
  dialog.addEventListener('keydown', (event) => {
    // Nothing typed here is a shortcut of the page below.
    event.stopPropagation();
    if (event.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      at = shown.length === 0 ? 0 : (at + step + shown.length) % shown.length;
      mark();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(shown[at]);
    }
  });
  // A click beside it leaves it.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  show();
  dialog.showModal();
  input.focus();
}
