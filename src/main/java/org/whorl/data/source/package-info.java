/** Files that others made, read once from front to back: unpacked where they are gzip, hashed and bounded on the way. */
package org.whorl.data.source;
