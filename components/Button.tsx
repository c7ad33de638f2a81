import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

const looks = {
  primary: 'bg-primary text-on-primary font-bold hover:opacity-90',
  secondary: 'border border-line-strong font-bold text-ink hover:bg-raised',
  quiet: 'text-link font-bold hover:underline',
  /** In the colour of the text around it. */
  plain: 'font-bold underline underline-offset-2',
} as const;

type ButtonProps = ComponentProps<'button'> & {
  /** One primary button a screen: the next thing to do. */
  look?: keyof typeof looks;
  icon?: LucideIcon;
};

/** A button with words. */
export function Button({ look = 'secondary', icon: Icon, className = '', children, ...rest }: ButtonProps) {
  const box = look === 'quiet' || look === 'plain' ? '' : 'h-8 px-4';
  return (
    <button
      type="button"
      className={`inline-flex shrink-0 items-center justify-center gap-2 rounded-full text-sm whitespace-nowrap transition disabled:opacity-50 ${box} ${looks[look]} ${className}`}
      {...rest}
    >
      {Icon && <Icon size={16} aria-hidden />}
      {children}
    </button>
  );
}

type IconButtonProps = ComponentProps<'button'> & { icon: LucideIcon; label: string };

/** A button with an icon only; its name is read out and shown on hover. */
export function IconButton({ icon: Icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-flex size-8 shrink-0 items-center justify-center rounded-full text-secondary transition hover:bg-raised hover:text-ink aria-pressed:bg-raised aria-pressed:text-link disabled:opacity-40 ${className}`}
      {...rest}
    >
      <Icon size={17} aria-hidden />
    </button>
  );
}
