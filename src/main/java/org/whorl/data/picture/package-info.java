/** One picture out of a file, read alike wherever a picture is read, and brought to a network's shape. */
package org.whorl.data.picture;
