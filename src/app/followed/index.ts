export { type FollowedPlace, followsAnything, readFollowed } from './read-followed.js'
