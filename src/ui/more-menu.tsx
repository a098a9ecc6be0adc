import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon';

export interface MoreMenuProps {
  /** What the button is called. */
  readonly label: string;
  readonly items: readonly {
    readonly name: string;
    readonly icon: IconName;
    readonly onChoose: () => void;
  }[];
}

/** What is done seldom, in words behind three dots. Escape, a choice and a click elsewhere close it. */
export function MoreMenu({ label, items }: MoreMenuProps) {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (open) menu.current?.querySelector<HTMLButtonElement>('.more-item')?.focus();
  }, [open]);
  useEffect(() => {
    if (!open) return;
    const leave = ({ target }: Event) => {
      if (!(target instanceof Node && menu.current?.contains(target))) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);
  return (
    <div
      ref={menu}
      class="more"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        // The browser would close the whole popup.
        event.preventDefault();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class="button button-ghost button-only-icon more-button"
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div class="more-items">
          {items.map(({ name, icon, onChoose }) => (
            <button
              key={name}
              type="button"
              class="more-item"
              onClick={() => {
                setOpen(false);
                button.current?.focus();
                onChoose();
              }}
            >
              <Icon name={icon} />
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
