import { Menu } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { menuLooks } from './menu-looks';

interface MenuListProps {
  align: 'start' | 'end';
  className?: string;
  children: ReactNode;
}

/** What unfolds from a menu's button. */
export function MenuList({ align, className = '', children }: MenuListProps) {
  return (
    <Menu.Portal>
      <Menu.Positioner align={align} sideOffset={4} className={menuLooks.layer}>
        <Menu.Popup className={`${menuLooks.popup} ${className}`}>{children}</Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  );
}

interface MenuItemProps {
  icon?: LucideIcon;
  onClick(): void;
  children: ReactNode;
}

/** One thing to choose in a menu. */
export function MenuItem({ icon: Icon, onClick, children }: MenuItemProps) {
  return (
    <Menu.Item className={menuLooks.item} onClick={onClick}>
      {Icon && <Icon size={15} aria-hidden className="w-4 shrink-0" />}
      {children}
    </Menu.Item>
  );
}

/** Parts a menu's items from those of another kind. */
export function MenuSeparator() {
  return <Menu.Separator className={menuLooks.separator} />;
}
