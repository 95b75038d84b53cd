import type { InputRef } from 'antd'
import { Input } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { SearchIcon } from '../components/icons.tsx'
import { strings } from '../strings.ts'

interface ProductSearchProps {
  text: string
  onText: (text: string) => void
  onKeyDown?: (event: KeyboardEvent) => void
}

/** Finds products by name, pinyin or code; `/` anywhere on the page leads here. */
export function ProductSearch({ text, onText, onKeyDown }: ProductSearchProps) {
  const search = useRef<InputRef>(null)
  useEffect(() => {
    const onSlash = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return
      event.preventDefault()
      search.current?.focus()
    }
    window.addEventListener('keydown', onSlash)
    return () => window.removeEventListener('keydown', onSlash)
  }, [])
  return (
    <Input
      ref={search}
      allowClear
      prefix={<SearchIcon />}
      aria-label={strings.products.search}
      placeholder={strings.products.searchHint}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onText('')
        onKeyDown?.(event)
      }}
    />
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}
