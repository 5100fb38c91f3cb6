package org.whorl.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CacheFolderTest {
    private static Path cache(Map<String, String> properties, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(Map.of("user.home", "/home/me", "os.name", "Linux"));
        all.putAll(properties);
        return CacheFolder.path(all::get, environment::get);
    }

    @Test
    void cacheFolderOfEverySystem() {
        assertEquals(Path.of("/home/me/.cache/whorl"), cache(Map.of(), Map.of()));
        assertEquals(Path.of("/x/whorl"), cache(Map.of(), Map.of("XDG_CACHE_HOME", "/x")));
        assertEquals(Path.of("/home/me/.cache/whorl"), cache(Map.of(), Map.of("XDG_CACHE_HOME", "relative")));
        assertEquals(Path.of("/home/me/Library/Caches/whorl"), cache(Map.of("os.name", "Mac OS X"), Map.of()));
        assertEquals(Path.of("/local/whorl"), cache(Map.of("os.name", "Windows 11"), Map.of("LOCALAPPDATA", "/local")));
        assertEquals(Path.of("/home/me/AppData/Local/whorl"), cache(Map.of("os.name", "Windows 11"), Map.of()));
        assertEquals(Path.of("/e"), cache(Map.of(), Map.of("WHORL_CACHE", "/e", "XDG_CACHE_HOME", "/x")));
        assertEquals(Path.of("/p"), cache(Map.of("whorl.cache", "/p"), Map.of("WHORL_CACHE", "/e")));
    }
}
