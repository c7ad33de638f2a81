/** How menus look, once for all of them. */
export const menuLooks = {
  popup:
    'max-w-[min(320px,calc(100vw-16px))] min-w-44 rounded-md border border-line bg-background p-1 text-sm shadow-float outline-none',
  item: 'flex cursor-pointer items-center gap-2 rounded-sm px-2 py-1.5 outline-none select-none data-highlighted:bg-raised',
  separator: 'my-1 h-px bg-line',
  layer: 'z-40 outline-none',
} as const;
