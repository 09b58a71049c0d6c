"""Operations: one act with many changes, shown and undone as one."""
