import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './Icon';

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName;
  /** Accessible name, and the text shown on hover. */
  readonly label: string;
  readonly text?: string;
}

export function IconButton({ icon, label, text, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button ${text === undefined ? 'icon-only' : ''} ${className ?? ''}`}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
      {text === undefined ? null : <span>{text}</span>}
    </button>
  );
}
