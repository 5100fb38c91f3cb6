/** NumPy's own files: one array (NPY) and archives of arrays (NPZ), float32, read within explicit bounds. */
package org.whorl.npy;
